package org.hornsten.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.sessions.JqwikSession;
import org.hornsten.World;
import org.hornsten.decision.ChangeLink;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Decisions;
import org.hornsten.diff.Origins;
import org.hornsten.draft.DraftChange;
import org.hornsten.draft.Unexplained;
import org.hornsten.draft.VersionText;
import org.hornsten.draft.WorkingText;
import org.hornsten.identity.Person;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Project;
import org.hornsten.publishing.Publication;
import org.hornsten.text.Passage;
import org.hornsten.trace.Reading.Reader;
import org.hornsten.trace.Reading.Told;
import org.hornsten.trace.Reading.Voice;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What must hold of the chain from words to text, after lives lived by chance; named as in the design of the trace. */
@QuarkusTest
class InvariantsTest {
    private static final int LIVES = 5;
    private static final int DRAWN = 10;
    private static final int ROUNDS = 4;

    @Inject ObjectMapper json;

    @Test
    void t1_the_spans_of_a_passage_are_its_text_in_every_version_and_language() {
        lived(life -> texts(life).forEach(text -> {
            assertEquals(text.outline.passages().stream().map(Passage::id).collect(Collectors.toSet()),
                    text.why.spans().keySet());
            text.outline.passages().forEach(passage -> assertEquals(passage.text(), text.why.of(passage.id()).stream()
                    .map(Origins.Span::text).collect(Collectors.joining())));
        }));
    }

    @Test
    void t2_what_is_newer_than_the_first_version_has_a_decision_or_an_own_reason() {
        lived(life -> texts(life).forEach(text -> {
            text.why.spans().values().stream().flatMap(List::stream).map(Origins.Span::origin)
                    .forEach(origin -> assertEquals(origin.since() > 1, origin.reason().given()));
            assertTrue(text.why.gone().stream().allMatch(gone -> gone.removedBy().reason().given()));
            assertTrue(text.why.marks().stream().allMatch(mark -> mark.by().reason().given()));
        }));
    }

    @Test
    void t2_an_unexplained_change_is_never_published() {
        lived(life -> {
            int before = life.versions().size();
            WorkingText working = WorkingText.of(life.draft, "sv").orElseThrow();
            Passage first = working.outline.passages().get(0);
            working.replace(working.outline.withSections(working.outline.sections().stream().map(s -> s.withPassages(
                    s.passages().stream().map(p -> p.equals(first) ? p.withText(p.text() + " nytt") : p).toList()))
                    .toList()), working.edition);
            assertThrows(Unexplained.class, () -> Publication.publish(life.draft, World.lena(),
                    Life.TERMS, "",
                    Clock.systemUTC()));
            assertEquals(before, life.versions().size());
        });
    }

    @Test
    void t3_who_promises_has_changed_something_or_stands_on_the_list() {
        lived(life -> {
            Set<String> list = Decisions.in(life.project, Optional.empty(), Optional.of(Decisions.Part.PROMISED))
                    .stream().map(row -> row.decision().publicId).collect(Collectors.toSet());
            for (Decision decision : Decision.of(life.project)) if (decision.disposition.promises())
                assertEquals(ChangeLink.of(List.of(decision)).isEmpty() && !decision.done(),
                list.contains(decision.publicId));
            Coverage coverage = Coverage.of(life.project, true, Life.TODAY);
            assertEquals(list.size(), coverage.promises().made() - coverage.promises().kept());
        });
    }

    @Test
    void t4_nothing_is_closed_while_somebody_waits_unless_a_reason_is_written() {
        lived(life -> {
            boolean waits = Publication.undecided(life.draft) + Publication.suspect(life.project) > 0;
            if (waits) {
                assertThrows(Refused.class, () -> Publication.close(life.draft, " ", Clock.systemUTC()));
                assertTrue(Publication.close(life.draft, "Rådet möts inte före sommaren.", Clock.systemUTC())
                        .overridden());
            } else {
                assertFalse(Publication.close(life.draft, "", Clock.systemUTC()).overridden());
            }
        });
    }

    @Test
    void t5_erasing_a_person_changes_no_count_no_span_no_decision_and_no_proof() {
        lived(life -> {
            List<String> before = facts(life);
            life.said.stream().filter(c -> c.author != null).forEach(c -> c.erase(Life.TODAY));
            Person.<Person>findById(World.pekka().id).erase(Instant.parse("2026-06-01T00:00:00Z"));
            Contribution.getEntityManager().flush();
            Contribution.getEntityManager().clear();
            assertEquals(before, facts(life));
            Contribution.<Contribution>list("project", life.project).stream().filter(Contribution::gone)
                    .forEach(c -> assertFalse(c.words.contains("Det")));
        });
    }

    private List<String> facts(Life life) {
        List<String> facts = new ArrayList<>(List.of(written(Coverage.of(life.project, true, Life.TODAY)),
                "entries " + Entry.count()));
        texts(life).forEach(text -> facts.add(written(text.why)));
        Decision.<Decision>list("project = ?1 order by id", life.project)
                .forEach(d -> facts.add(d.fingerprint + d.disposition));
        return facts;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritten) {
            throw new AssertionError(unwritten);
        }
    }

    @Test
    void t6_the_way_forward_and_the_way_back_agree() {
        lived(life -> life.said.forEach(said -> {
            Set<String> back = Journey.of(said).viewpoints().stream().flatMap(fate -> fate.changes().stream())
                    .map(Journey.Changed::change).collect(Collectors.toCollection(TreeSet::new));
            Set<String> viewpoints = said.viewpoints.stream().map(v -> v.publicId).collect(Collectors.toSet());
            Set<String> forward = new TreeSet<>();
            for (VersionText text : texts(life)) {
                Set<String> own = DraftChange.of(text.version, text.language).stream().map(c -> c.publicId)
                        .collect(Collectors.toSet());
                claims(Reading.of(text, Reader.STAFF))
                        .filter(claim -> own.contains(claim.change()) && claim.told().stream()
                        .flatMap(t -> t.viewpoints().stream()).anyMatch(v -> viewpoints.contains(v.id())))
                        .forEach(claim -> forward.add(claim.change()));
            }
            assertEquals(forward, back);
        }));
    }

    @Test
    void t7_no_reader_sees_more_in_why_than_of_the_contributions_themselves() {
        lived(life -> {
            life.said.stream().limit(2).forEach(c -> c.withdraw(Life.TODAY));
            Contribution.getEntityManager().flush();
            Set<String> hidden = life.said.stream().filter(c -> c.gone() || c.deflectedTo != null
                    || c.moderation.waits() || c.moderation.keptBack()).map(c -> c.publicId)
                    .collect(Collectors.toSet());
            for (VersionText text : texts(life)) {
                assertTrue(heard(text, Reader.PUBLIC).isEmpty());
                Set<String> member = heard(text, Reader.MEMBER);
                Set<String> staff = heard(text, Reader.STAFF);
                assertTrue(member.stream().noneMatch(hidden::contains));
                Set<String> rest = new HashSet<>(staff);
                rest.removeAll(hidden);
                assertEquals(rest, member);
            }
        });
    }

    private static Set<String> heard(VersionText text, Reader reader) {
        return claims(Reading.of(text, reader)).flatMap(claim -> claim.told().stream())
                .flatMap(t -> t.viewpoints().stream()).map(Voice::contribution).collect(Collectors.toSet());
    }

    private record Claim(String change, List<Told> told) {}

    private static Stream<Claim> claims(Reading reading) {
        Stream<Claim> whole = Stream.concat(reading.removed().stream().map(g -> new Claim(g.change(), g.because())),
                reading.changes().stream().map(m -> new Claim(m.change(), m.because())));
        return Stream.concat(whole, reading.sections().stream().flatMap(s -> Stream.of(
                s.removed().stream().map(g -> new Claim(g.change(), g.because())),
                s.changes().stream().map(m -> new Claim(m.change(), m.because())),
                s.passages().stream().flatMap(p -> Stream.of(
                        p.spans().stream().map(x -> new Claim(x.change(), x.because())),
                        p.removed().stream().map(g -> new Claim(g.change(), g.because())),
                        p.changes().stream().map(m -> new Claim(m.change(), m.because()))).flatMap(x -> x)))
                .flatMap(x -> x)));
    }

    private static List<VersionText> texts(Life life) {
        return VersionText.list("from VersionText t join fetch t.version where t.version.draft = ?1 order by t.version.number, t.id",
                life.draft);
    }

    /** The same lives each time, and others drawn by jqwik: what fails names the life it failed in. */
    private static void lived(Consumer<Life> holds) {
        for (long seed = 1; seed <= LIVES; seed++) live(seed, holds);
        JqwikSession.run(() -> Arbitraries.longs().sampleStream().limit(DRAWN).forEach(seed -> live(seed, holds)));
    }

    /** In a transaction of its own that leaves nothing behind. */
    private static void live(long seed, Consumer<Life> holds) {
        Project project = World.project();
        Person lena = World.lena();
        Person pekka = World.pekka();
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(120));
        try {
            Life life = new Life(Project.findById(project.id), lena, pekka, seed);
            int published = 0;
            for (int i = 0; i < ROUNDS; i++) if (life.round()) published++;
            assertTrue(published > 0, "a life without any change proves nothing");
            Contribution.getEntityManager().flush();
            holds.accept(life);
        } catch (AssertionError broken) {
            throw new AssertionError("in the life " + seed, broken);
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
