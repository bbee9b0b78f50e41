package org.hornsten.hearing;

import java.time.LocalDate;
import java.util.Optional;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Saying;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Hidden;
import org.hornsten.project.Membership;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Quote;

/**
 * Something to be said about a version: on chosen words, a passage, a section, or the whole.
 *
 * @param section   id or empty
 * @param passage   id or empty
 * @param quote     chosen words with what stood around them as far as known; an empty exact means the whole passage
 * @param anonymity as chosen; null for what the round promises
 */
public record Remark(int version, String language, String section, String passage, Quote quote, Saying.Kind kind,
                     String words, Channel channel, Anonymity anonymity, LocalDate receivedOn) {

    /** @param name as others may call them, empty for a number; @param typedBy staff who type it in for somebody */
    public record Speaker(Optional<Person> person, PersonKind kind, String name, int number, Optional<Person> typedBy) {

        /** A member who speaks for oneself: by name where the round is named, else by made-up name or number. */
        public static Speaker member(Me me, Membership membership, Anonymity anonymity) {
            Person person = me.known();
            PersonKind kind = Optional.ofNullable(membership.kind).orElse(PersonKind.PROFESSIONAL);
            return new Speaker(Optional.of(person), kind, called(person, anonymity), membership.number,
                    Optional.empty());
        }

        /** As others may call the person at this level; empty where a number stands for a name. */
        static String called(Person person, Anonymity anonymity) {
            return anonymity == Anonymity.NAMED ? person.name : Optional.ofNullable(person.pseudonym).orElse("");
        }

        /** Somebody in a room whom nobody knows. */
        public static Speaker nobody() {
            return new Speaker(Optional.empty(), null, "", 0, Optional.empty());
        }

        /** Somebody who phoned, wrote or said it in the room. */
        public static Speaker typedIn(Me me, PersonKind kind, String name) {
            return new Speaker(Optional.empty(), kind, name, 0, Optional.of(me.known()));
        }
    }

    /** How private it will be: as chosen, else as the round promises. */
    public Anonymity level(Draft draft) {
        return Optional.ofNullable(anonymity).or(() -> draft.version(version)
                .flatMap(found -> Optional.ofNullable(found.round)).map(round -> round.anonymity))
                .orElse(Anonymity.ANONYMOUS);
    }

    /**
     * Keeps it with the version it was made on. The round must be open; what staff type in may come until it is
     * closed.
     */
    public Contribution by(Draft draft, Speaker speaker, byte[] receipt) {
        return Contribution.said(draft.project, saying(draft, speaker), receipt);
    }

    /** The same, to be kept elsewhere. */
    public Saying saying(Draft draft, Speaker speaker) {
        Version version = draft.version(version()).orElseThrow(() -> new Refused("version", "draft:version_unknown"));
        Round round = version.round;
        if (round != null) round.hold();
        if (round == null || !round.takes(late(speaker))) throw new Refused("draft:round_closed");
        Anonymity chosen = anonymity == null ? round.anonymity : anonymity;
        if (!round.anonymity.allows(chosen)) throw new Refused("anonymity", "hearing:anonymity_looser");
        boolean held = chosen != Anonymity.ANONYMOUS
                && speaker.person().filter(p -> !Membership.mayBeNamed(draft.project, p)).isPresent();
        if (held) throw new Refused("anonymity", "hearing:guardian_missing");
        Outline text = version.text(language).or(() -> aloud() ? version.text(draft.language) : Optional.empty())
                .orElseThrow(() -> new Refused("language", "hearing:language_unknown")).outline;
        return new Saying(draft.ref(), version.number, sectionIn(text), passage, place(text), channel, kind, language,
                Hidden.of(words == null ? "" : words), chosen, speaker.person(), speaker.kind(), speaker.name(),
                speaker.number(), speaker.typedBy(), receivedOn);
    }

    // Nobody in a room has a form that was opened in time, and all speak their own language about one text.
    private boolean aloud() {
        return channel == Channel.WORKSHOP;
    }

    private boolean late(Speaker speaker) {
        return speaker.typedBy().isPresent() || aloud();
    }

    private String sectionIn(Outline text) {
        if (!passage.isEmpty())
            return text.sectionOf(passage).orElseThrow(() -> new Refused("passage", "draft:passage_unknown")).id();
        if (!section.isEmpty() && text.section(section).isEmpty())
            throw new Refused("section", "draft:section_unknown");
        return section;
    }

    /** The chosen words as they stand in the text, with the surroundings that find them again in a later version. */
    private Optional<Quote> place(Outline text) {
        if (quote.exact().isBlank()) return Optional.empty();
        if (quote.exact().length() > Contribution.LONGEST) throw new Refused("quote", "hearing:quote_long");
        String read = text.passage(passage).map(Passage::text).map(Markdown::plain)
                .orElseThrow(() -> new Refused("quote", "hearing:quote_without_passage"));
        Quote.Place place = quote.in(read).orElseThrow(() -> new Refused("quote", "hearing:quote_not_found"));
        return Optional.of(Quote.at(read, place.from(), place.to()));
    }
}
