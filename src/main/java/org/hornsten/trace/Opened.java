package org.hornsten.trace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.decision.Echoes;
import org.hornsten.draft.Round;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.input.Message;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Event;
import org.hornsten.log.Logged;
import org.hornsten.proof.Evidence;

/**
 * A contribution's journey with the conversation about it, as its author opens it.
 *
 * @param said     shown in part only; never as JSON
 * @param log      where the transparency log has it; null until then
 * @param takeBack whether it may be taken back now: what is named always, what is anonymous while its round is open
 */
@Schema(name = "Journey")
public record Opened(LocalDate received, List<Journey.Step> steps, List<Journey.Fate> viewpoints, List<Turn> messages,
                     @JsonInclude(JsonInclude.Include.NON_NULL) Logged.Standing log, @JsonIgnore Journey journey,
                     @JsonIgnore Contribution said, @JsonIgnore boolean takeBack) {

    /** One turn of the conversation. */
    @Schema(name = "Message")
    public record Turn(String words, LocalDate on, boolean staff) {}

    @CheckedTemplate(basePath = "trace")
    record journey(Opened opened, String reader) implements TemplateInstance {}

    static Opened of(Contribution said) {
        Journey journey = Journey.of(said);
        return new Opened(journey.received(), journey.steps(), journey.viewpoints(),
                Message.about(said).stream().map(Opened::turn).toList(), null, journey, said, mayTakeBack(said));
    }

    /** With its place in the transparency log, once it has one. */
    static Opened of(Contribution said, Logged log) {
        Opened opened = of(said);
        return new Opened(opened.received, opened.steps, opened.viewpoints, opened.messages,
                log.received(said.about(), said.ref()).orElse(null), opened.journey, said, opened.takeBack);
    }

    /** What its author can show to anybody; nothing while the log has not taken it in. */
    static Optional<Evidence> evidence(Contribution said, Logged log) {
        return log.evidence(said.about(), said.ref(), said.hidden());
    }

    /** What its author sees of an answer that still waits to be mixed: that it is here. */
    static Opened waiting() {
        return new Opened(null, List.of(Journey.Step.of(Journey.Step.Kind.RECEIVED, null),
                Journey.Step.of(Journey.Step.Kind.MIXING, null)), List.of(), List.of(), null, null, null, true);
    }

    /** @param reader {@code receipt}, {@code author} or {@code staff}: what one may do on the page */
    TemplateInstance page(String reader) {
        return new journey(this, reader);
    }

    public String messagesPath() {
        return said.path() + "/messages";
    }

    static Turn turn(Message message) {
        return new Turn(message.words, message.writtenOn, message.fromStaff);
    }

    /**
     * Takes the words back. While they are still there one looks where staff may quote them.
     *
     * @return all that is to be kept of it
     * @throws Refused when it was said anonymously and the round is over
     */
    static List<Event> takenBack(Contribution said, LocalDate today) {
        if (!mayTakeBack(said)) throw new Refused("trace:too_late");
        List<Event> events = new ArrayList<>(Echoes.heard(List.of(said), List.of(), List.of(), today));
        events.add(said.withdraw(today));
        return events;
    }

    private static boolean mayTakeBack(Contribution said) {
        return said.anonymity != Anonymity.ANONYMOUS || roundOpen(said);
    }

    private static boolean roundOpen(Contribution said) {
        return said.aboutKind.equals("draft") && Round.count("""
                version.draft.publicId = ?1 and version.number = ?2 and open = true""", said.aboutId, said.version) > 0;
    }
}
