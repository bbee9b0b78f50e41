package org.hornsten.project;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.kit.Multilingual;
import org.hornsten.web.Shell;

/** What two people wrote in the same places, in the reader's words. */
@RequestScoped
class Differences {
    private final Shell shell;

    Differences(Shell shell) {
        this.shell = shell;
    }

    /** @param language of the two texts, empty when they are words of the interface */
    public record Difference(String label, String language, String theirs, String mine) {}

    PlanWords words() {
        return PlanWords.in(shell);
    }

    List<Difference> between(Project.Plan theirs, Project.Plan mine) {
        List<Difference> all = new ArrayList<>();
        texts(all, "project:title_label", theirs.title(), mine.title());
        texts(all, "project:summary_label", theirs.summary(), mine.summary());
        texts(all, "project:promise_label", theirs.promise(), mine.promise());
        add(all, "project:level_label", say("level_" + theirs.level().word()), say("level_" + mine.level().word()));
        add(all, "project:stage_label", shell.say("web:stage_" + theirs.stage().word()),
                shell.say("web:stage_" + mine.stage().word()));
        add(all, "project:languages_label", languages(theirs), languages(mine));
        add(all, "project:open_label", open(theirs), open(mine));
        add(all, "project:care_label", care(theirs), care(mine));
        add(all, "project:phases_label", phases(theirs), phases(mine));
        return all;
    }

    private void texts(List<Difference> all, String label, Multilingual theirs, Multilingual mine) {
        for (String language : Multilingual.LANGUAGES) {
            String their = theirs.exactly(language).orElse("");
            String my = mine.exactly(language).orElse("");
            if (!their.equals(my)) all.add(new Difference(
                    shell.say(label) + ", " + say("in_" + language), language, their, my));
        }
    }

    private void add(List<Difference> all, String label, String theirs, String mine) {
        if (!theirs.equals(mine)) all.add(new Difference(shell.say(label), "", theirs, mine));
    }

    private String languages(Project.Plan plan) {
        return plan.languages().stream().map(language -> say("in_" + language)).collect(Collectors.joining(", "));
    }

    private String open(Project.Plan plan) {
        return say(plan.open() ? "open_yes" : "open_no");
    }

    private String care(Project.Plan plan) {
        return shell.say("privacy:law_" + plan.care().basis().name().toLowerCase(Locale.ROOT)) + " · "
                + plan.care().contactDays() + " · " + plan.care().wordsMonths() + " · " + plan.care().ageLimit();
    }

    private String phases(Project.Plan plan) {
        return plan.phases().stream()
                .map(phase -> Stream.of(phase.title().in(shell.language()), phase.from(), phase.to())
                .filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining(" · ")))
                .collect(Collectors.joining("\n"));
    }

    private String say(String key) {
        return shell.say("project:" + key);
    }
}
