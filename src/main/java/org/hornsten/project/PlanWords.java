package org.hornsten.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hornsten.privacy.Basis;
import org.hornsten.web.Shell;

/** The choices of the form in the reader's words. */
public record PlanWords(List<Choice> levels, List<Choice> stages, List<Choice> bases) {

    public record Choice(String value, String label, String hint) {}

    static PlanWords in(Shell shell) {
        return new PlanWords(
                Arrays.stream(Level.values()).map(level -> new Choice(level.word(),
                        shell.say("project:level_" + level.word()),
                        shell.say("project:level_" + level.word() + "_means"))).toList(),
                Arrays.stream(Stage.values()).map(stage -> new Choice(stage.word(),
                        shell.say("web:stage_" + stage.word()),
                        shell.say("project:stage_" + stage.word() + "_means"))).toList(),
                Arrays.stream(Basis.values()).map(basis -> new Choice(basis.name(),
                        shell.say("privacy:law_" + basis.name().toLowerCase(Locale.ROOT)),
                        shell.say("privacy:law_" + basis.name().toLowerCase(Locale.ROOT) + "_means"))).toList());
    }
}
