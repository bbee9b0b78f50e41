package org.hornsten.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;
import org.hornsten.ledger.Event;
import org.hornsten.project.Project;
import org.hornsten.text.Borrowed;
import org.hornsten.text.Quote;

/**
 * Finds where words of somebody who leaves may live on in what staff wrote: answers and phrases that share words with
 * what the person said, or hold a name of the person. Looked for while the words are still there; a lead judges.
 */
public final class Echoes {
    /** So many words in a row are hardly said twice by chance; an answer to the very words may quote fewer. */
    private static final int RUN = 4;
    private static final int RUN_OF_OWN_ANSWER = 2;

    private final List<String> names;
    private final LocalDate today;
    private final List<Echo> found = new ArrayList<>();

    private Echoes(List<String> names, LocalDate today) {
        this.names = names.stream().filter(name -> name != null && !name.isBlank()).toList();
        this.today = today;
    }

    /**
     * Keeps each place found, and tells what is to be kept of it.
     *
     * @param said     what goes, its words still there
     * @param names    what the person is called
     * @param projects all the person took part in
     */
    public static List<Event> heard(Collection<Contribution> said, List<String> names, Collection<Project> projects,
            LocalDate today) {
        Echoes echoes = new Echoes(names, today);
        Map<Project, List<Contribution>> byProject = said.stream().collect(Collectors.groupingBy(c -> c.project));
        projects.forEach(project -> echoes.look(project, byProject.getOrDefault(project, List.of())));
        byProject.keySet().stream().filter(project -> !projects.contains(project))
                .forEach(project -> echoes.look(project, byProject.get(project)));
        return echoes.found.stream().collect(Collectors.groupingBy(Echo::about, Collectors.counting())).entrySet()
                .stream().map(e -> (Event) new DecisionEvent.Doubted(e.getKey(), e.getValue().intValue()))
                .sorted(Comparator.comparing(event -> event.about().toString())).toList();
    }

    private void look(Project project, List<Contribution> said) {
        Set<Decision> own = Answered.by(Decision.<Decision>list("project", project)).stream()
                .filter(answered -> said.contains(answered.viewpoint.contribution)).map(answered -> answered.decision)
                .collect(Collectors.toSet());
        Decision.<Decision>list("project = ?1 order by id", project).forEach(decision -> {
            int run = own.contains(decision) ? RUN_OF_OWN_ANSWER : RUN;
            listen(project, Echo.Field.REASON, decision.publicId, decision.reason, said, run);
            listen(project, Echo.Field.ACTION, decision.publicId, decision.action, said, run);
            listen(project, Echo.Field.ACTION_BY, decision.publicId, Multilingual.of("", decision.actionBy), said, run);
        });
        Phrase.of(project).forEach(phrase ->
                listen(project, Echo.Field.PHRASE, phrase.publicId, phrase.text, said, RUN));
    }

    private void listen(Project project, Echo.Field field, String about, Multilingual written,
            List<Contribution> said, int run) {
        written.texts().forEach((language, text) -> {
            List<Quote.Place> places = new ArrayList<>();
            said.forEach(contribution -> places.addAll(Borrowed.in(text, contribution.words, run)));
            names.forEach(name -> places.addAll(Borrowed.in(text, name, Integer.MAX_VALUE)));
            joined(places).forEach(place ->
                    found.add(Echo.heard(project, field, about, language, place, today)));
        });
    }

    private static List<Quote.Place> joined(List<Quote.Place> places) {
        List<Quote.Place> joined = new ArrayList<>();
        places.stream().sorted(Comparator.comparingInt(Quote.Place::from)).forEach(place -> {
            Quote.Place last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || place.from() > last.to()) joined.add(place);
            else joined.set(joined.size() - 1, new Quote.Place(last.from(), Math.max(last.to(), place.to())));
        });
        return joined;
    }
}
