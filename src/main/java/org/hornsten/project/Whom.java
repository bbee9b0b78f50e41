package org.hornsten.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.OneLine;
import org.hornsten.kit.Refused;

/** Who is meant to take part: somebody the house knows, or somebody who comes without an account. */
public final class Whom {
    private static final int LONGEST = 200;
    private static final int LONGEST_MAIL = 254;
    private static final int LONGEST_POSTCODE = 20;

    private final Optional<String> known;
    private final Optional<Newcomer> newcomer;

    private record Newcomer(PersonKind kind, AgeBand ageBand, String name, String pseudonym, String language,
                            String email, Address address) {}

    /** Where letters go; any part may be missing. */
    public record Address(String street, String postcode, String town) {}

    private Whom(Optional<String> known, Optional<Newcomer> newcomer) {
        this.known = known;
        this.newcomer = newcomer;
    }

    /** By user name or public id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Whom known(String name) {
        return new Whom(Optional.of(name), Optional.empty());
    }

    /** As JSON tells it: {@code {userName}} for somebody known, else all there is to know of a new person. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Whom told(@JsonProperty("userName") String userName, @JsonProperty("kind") PersonKind kind,
                     @JsonProperty("ageBand") AgeBand ageBand,
                     @JsonProperty("name") String name, @JsonProperty("pseudonym") String pseudonym,
                     @JsonProperty("language") String language, @JsonProperty("email") String email,
                     @JsonProperty("address") Address address) {
        if (userName != null) return known(userName);
        return new Whom(Optional.empty(), Optional.of(
                new Newcomer(kind, ageBand, name, pseudonym, language, email, address)));
    }

    /** Name and made-up name may be missing: then a number stands for the person. */
    public static Whom newcomer(PersonKind kind, AgeBand ageBand, String name, String pseudonym, String language) {
        return writtenTo(kind, ageBand, name, pseudonym, language, null);
    }

    /** @param email null where there is none */
    public static Whom writtenTo(PersonKind kind, AgeBand ageBand, String name, String pseudonym, String language,
                                 String email) {
        return new Whom(Optional.empty(), Optional.of(
                new Newcomer(kind, ageBand, name, pseudonym, language, email, null)));
    }

    /** Somebody new who can be written to; e-mail and address may be missing (null). */
    public static Whom newcomer(PersonKind kind, AgeBand ageBand, String name, String language, String email,
                                Address address) {
        return new Whom(Optional.empty(), Optional.of(
                new Newcomer(kind, ageBand, name, null, language, email, address)));
    }

    /**
     * The same, of this kind and age where nothing was said; who is known stays who he or she is.
     *
     * @param band null for an adult
     */
    public Whom as(PersonKind kind, AgeBand band) {
        return newcomer.map(who -> new Whom(known, Optional.of(new Newcomer(who.kind() == null ? kind : who.kind(),
                who.ageBand() == null ? band : who.ageBand(), who.name(), who.pseudonym(), who.language(), who.email(),
                who.address())))).orElse(this);
    }

    /** The person, met for the first time when new. */
    Person person() {
        return newcomer.map(Whom::met).orElseGet(this::found);
    }

    private Person found() {
        String name = known.orElse("").strip();
        return Person.called(name).or(() -> Person.active(name))
                .orElseThrow(() -> new Refused("person", "project:person_unknown"));
    }

    private static Person met(Newcomer who) {
        if (who.kind() == null) throw new Refused("kind", "project:kind_missing");
        if (who.kind() == PersonKind.YOUNG_PERSON && who.ageBand() == null)
            throw new Refused("ageBand", "project:age_missing");
        String language = who.language() == null ? "" : who.language();
        if (!Multilingual.LANGUAGES.contains(Multilingual.plain(language)))
            throw new Refused("language", "project:person_language_missing");
        Person person = Person.withoutAccount(line("name", who.name(), LONGEST).orElse(""),
                line("pseudonym", who.pseudonym(), LONGEST).orElse(null), who.kind(), language,
                line("email", who.email(), LONGEST_MAIL).orElse(null));
        person.isOf(who.ageBand());
        if (who.address() != null) person.livesAt(line("street", who.address().street(), LONGEST).orElse(null),
                line("postcode", who.address().postcode(), LONGEST_POSTCODE).orElse(null),
                line("town", who.address().town(), LONGEST).orElse(null));
        return person;
    }

    private static Optional<String> line(String field, String typed, int most) {
        Optional<String> text = Optional.ofNullable(typed).map(OneLine::of)
                .filter(t -> !t.isEmpty());
        if (text.filter(t -> t.length() > most).isPresent()) throw new Refused(field, "web:too_long", most);
        return text;
    }
}
