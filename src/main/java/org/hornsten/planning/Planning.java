package org.hornsten.planning;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hornsten.draft.Draft;
import org.hornsten.kit.Multilingual;
import org.hornsten.project.Project;
import org.hornsten.web.Shell;
import org.hornsten.workshop.Accessibility;
import org.hornsten.workshop.Step;
import org.hornsten.workshop.Workshop;

/** What the form of a workshop offers to choose among. */
public record Planning(Project project, List<In> tongues, List<Draft> drafts) {
    /** One language to write in. */
    public record In(String code, String suffix, String label) {}

    public static Planning of(Project project, WorkshopForm typed, Shell shell) {
        return new Planning(project, tongues(project, typed, shell), Draft.of(project));
    }

    /** The project's languages, and those the form has words in already. */
    public static List<In> tongues(Project project, WorkshopForm typed, Shell shell) {
        List<String> languages = Multilingual.LANGUAGES.stream().filter(language ->
                project.languageList().contains(language) || Stream.of("title", "description", "place", "note")
                        .anyMatch(field -> !typed.text(field, language).isEmpty())).toList();
        return languages.stream().map(language -> new In(language,
                language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1),
                shell.say("project:in_" + language))).toList();
    }

    public List<Workshop.Form> forms() {
        return List.of(Workshop.Form.values());
    }

    public List<Step.Kind> kinds() {
        return List.of(Step.Kind.values());
    }

    public List<Accessibility.Offer> offers() {
        return List.of(Accessibility.Offer.values());
    }
}
