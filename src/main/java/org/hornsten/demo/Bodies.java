package org.hornsten.demo;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.demo.Table.Row;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Ledger;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Area;
import org.hornsten.panel.Experience;
import org.hornsten.panel.Panel;
import org.hornsten.panel.PanelEvent;
import org.hornsten.panel.Profile;
import org.hornsten.panel.Seat;
import org.hornsten.panel.Target;
import org.hornsten.panel.Term;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.project.Whom;

/** A council of 14 and 14, a customer panel with gaps, and a pool of experts by experience, in one project. */
class Bodies {
    private static final int MONTHS_AGO = 20;
    private static final int YEARS = 4;

    private final Project project;
    private final Ledger ledger;
    private final LocalDate today;
    private final Optional<Person> lead = Optional.of(Players.person(Cast.LEAD));
    private final Story story = new Story("bodies");

    Bodies(Project project, Ledger ledger, LocalDate today) {
        this.project = project;
        this.ledger = ledger;
        this.today = today;
    }

    void sit() {
        LocalDate begun = today.minusMonths(MONTHS_AGO).withDayOfMonth(1);
        sit("council", Panel.Kind.COUNCIL, begun, Target.NONE);
        sit("panel", Panel.Kind.CUSTOMER_PANEL, begun, new Target(
                Map.of(key(AgeGroup.FROM_65), 6, key(AgeGroup.FROM_75), 6, key(AgeGroup.FROM_85), 3),
                Map.of("Kvarnholm", 3, "Bergskär", 2), Map.of("sv", 10, "fi", 10), Map.of("caring", 4)));
        sit("pool", Panel.Kind.EXPERT_POOL, begun, Target.NONE);
    }

    private void sit(String body, Panel.Kind kind, LocalDate begun, Target target) {
        Panel.Plan usual = Panel.Plan.usual(kind, begun);
        Panel panel = Panel.founded(project, new Panel.Plan(kind, story.words(body),
                new Term(begun, begun.plusYears(YEARS).minusDays(1)), usual.size(), target, Set.of(),
                usual.minimumAge(), usual.loadCap()));
        ledger.keep(lead, panel.founded());
        List<Row> rows = story.rows("seats", "body", body);
        Map<String, Person> people = people(panel, rows);
        rows.forEach(row -> seat(panel, row, people.get(row.of("name"))));
    }

    /** Those one can sign in as are here already, all others come in. */
    private Map<String, Person> people(Panel panel, List<Row> rows) {
        Map<String, Person> people = new HashMap<>();
        rows.stream().filter(row -> !row.of("user_name").isEmpty()).forEach(row -> people.put(row.of("name"),
                Players.person(Cast.known(row.of("user_name")).orElseThrow())));
        List<Row> strangers = rows.stream().filter(row -> row.of("user_name").isEmpty()).toList();
        List<Membership> met = Membership.meet(project, strangers.stream().map(row -> Whom.newcomer(
                panel.kind.speaksAs(kind(row)), null, row.of("name"), row.of("language"), null, null)).toList());
        for (int i = 0; i < met.size(); i++) {
            people.put(strangers.get(i).of("name"), met.get(i).person);
            ledger.keep(lead, met.get(i).joined());
        }
        return people;
    }

    private void seat(Panel panel, Row row, Person person) {
        AgeGroup age = row.of("age_group").isEmpty() ? null : row.word("age_group", AgeGroup.class);
        Seat seat = panel.take(person, new Seat.Wanted(kind(row), row.of("nominating_body"), null,
                Term.usual(panel.fromOn), Profile.of(age, row.of("municipality"), row.of("language")), null), today);
        ledger.keep(lead, seat.taken());
        if (row.list("experience").isEmpty()) return;
        Set<Area> areas = row.list("experience").stream().map(word -> Area.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Area.class)));
        List<PanelEvent.Consented> said = Experience.given(person, project, new Experience.Consent(areas,
                panel.kind.purposes(), today.minusMonths(1), today.plusYears(1)), Optional.empty(), today);
        said.forEach(consent -> ledger.keep(Optional.of(person), consent));
    }

    private static Seat.Kind kind(Row row) {
        return row.word("kind", Seat.Kind.class);
    }

    private static String key(AgeGroup group) {
        return Target.key(group);
    }
}
