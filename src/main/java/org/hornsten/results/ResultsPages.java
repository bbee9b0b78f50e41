package org.hornsten.results;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.notice.Notice;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestPath;

/** Telling people what a workshop led to: which groups there are, whom and what exactly, and sending it. */
@Path("/workshops/{workshop}/results")
@PermitAll
class ResultsPages {
    private final Me me;
    private final Ledger ledger;
    private final Tidings tidings;
    private final Form form;
    private final Clock clock;

    ResultsPages(Me me, Ledger ledger, Tidings tidings, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.tidings = tidings;
        this.form = form;
        this.clock = clock;
    }

    /**
     * One group as it is now.
     *
     * @param people those who were told in no other group
     * @param mailed how many of them an e-mail reaches; the others read it on their own page
     * @param told   when the group was told
     */
    record Group(Audience audience, List<Person> people, int mailed, int known, Optional<Instant> told) {
        public int waiting() {
            return people.size();
        }

        /** Whether it can be told. */
        public boolean open() {
            return told.isEmpty() && !people.isEmpty();
        }

        public int onPage() {
            return people.size() - mailed;
        }
    }

    /** @param unnoted how many had a seat and nobody has noted whether they came */
    @CheckedTemplate(basePath = "results")
    record results(Workshop workshop, List<Group> groups, long unnoted) implements TemplateInstance {}

    /** One who will be told, as the lead knows the person: by name while that is open, else by number. */
    record Line(String name, int number, boolean mailed) {}

    /** The e-mail as the receivers of one language will read it. */
    record Sample(String language, long receivers, Notice notice) {
        public String key() {
            return "results:in_" + language;
        }
    }

    @CheckedTemplate(basePath = "results")
    record preview(Workshop workshop, Group group, List<Line> lines, List<Sample> samples)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestPath("workshop") String id) {
        return overview(Workshop.ledBy(me, id));
    }

    /** Whom and what; nothing is sent yet. */
    @GET
    @Path("{audience}")
    public TemplateInstance show(@RestPath("workshop") String id, @RestPath String audience) {
        Workshop workshop = Workshop.ledBy(me, id);
        Audience chosen = Audience.called(audience);
        if (!workshop.published()) return overview(workshop);
        Group group = groups(workshop, Audience.Known.of(workshop)).stream().filter(one -> one.audience() == chosen)
                .findFirst().orElseThrow();
        return new preview(workshop, group, lines(workshop, group), samples(workshop, group));
    }

    @POST
    @Path("{audience}")
    @Kept
    @Tells(Done.TOLD)
    public Response tell(@RestPath("workshop") String id, @RestPath String audience) {
        Workshop workshop = Workshop.ledBy(me, id);
        Audience chosen = Audience.called(audience);
        try {
            Telling.begun(workshop, chosen, me.known(), clock.instant()).ifPresent(people -> {
                people.forEach(person -> tidings.tell(workshop, chosen, person));
                ledger.keep(me, new ResultsEvent.Told(workshop.ref(), chosen, people.size()));
            });
            return Response.seeOther(URI.create(workshop.path() + "/results")).build();
        } catch (Refused no) {
            return form.refuse(no).again(overview(workshop));
        }
    }

    private results overview(Workshop workshop) {
        if (!workshop.published()) return new results(workshop, List.of(), 0);
        Audience.Known known = Audience.Known.of(workshop);
        return new results(workshop, groups(workshop, known), known.unnoted());
    }

    private List<Group> groups(Workshop workshop, Audience.Known known) {
        List<Telling> tellings = Telling.of(workshop);
        Set<Long> told = Told.ids(workshop);
        return Arrays.stream(Audience.values()).map(audience -> {
            List<Person> all = audience.among(known);
            List<Person> waiting = all.stream().filter(one -> !told.contains(one.id)).toList();
            return new Group(audience, waiting, (int) waiting.stream().filter(tidings::reaches).count(),
                    all.size() - waiting.size(), tellings.stream().filter(one -> one.audience == audience)
                    .map(one -> one.toldAt).findFirst());
        }).toList();
    }

    private List<Line> lines(Workshop workshop, Group group) {
        Map<Long, Integer> numbers = Membership.of(workshop.project).stream()
                .collect(Collectors.toMap(one -> one.person.id, one -> one.number));
        Naming naming = Naming.of(me, clock.instant());
        return group.people().stream().map(one -> new Line(naming.name(one).orElse(Objects.toString(one.pseudonym, "")),
                numbers.getOrDefault(one.id, 0), tidings.reaches(one)))
                .sorted(Comparator.comparing(Line::number)).toList();
    }

    private List<Sample> samples(Workshop workshop, Group group) {
        return group.people().stream().filter(tidings::reaches).map(one -> Multilingual.plain(one.language))
                .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting())).entrySet().stream()
                .map(one -> new Sample(one.getKey(), one.getValue(), tidings.sample(workshop, group.audience(),
                        one.getKey()))).toList();
    }
}
