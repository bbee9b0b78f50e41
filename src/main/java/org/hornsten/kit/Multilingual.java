package org.hornsten.kit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One text in the languages it exists in, keyed by BCP 47 tag; blank ones count as missing. */
public record Multilingual(@JsonValue Map<String, String> texts) {
    public static final List<String> LANGUAGES = List.of("sv", "fi", "en");
    private static final Multilingual NONE = new Multilingual(Map.of());

    @JsonCreator
    public Multilingual {
        Map<String, String> kept = new LinkedHashMap<>();
        texts.forEach((language, text) -> {
            if (text != null && !text.isBlank()) kept.put(language, text.strip());
        });
        texts = kept;
    }

    public static Multilingual none() {
        return NONE;
    }

    public static Multilingual of(String language, String text) {
        return new Multilingual(Map.of(language, text));
    }

    public static Multilingual of(String sv, String fi, String en) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("sv", sv);
        texts.put("fi", fi);
        texts.put("en", en);
        return new Multilingual(texts);
    }

    /** The text in that language, or else in the one it most likely exists in; empty when there is none at all. */
    public String in(String language) {
        return Stream.concat(Stream.of(language, plain(language)), LANGUAGES.stream())
                .map(texts::get).filter(text -> text != null).findFirst()
                .orElse(texts.values().stream().findFirst().orElse(""));
    }

    /** The language {@link #in} answers in, for the {@code lang} attribute. */
    public String languageIn(String language) {
        String text = in(language);
        return texts.entrySet().stream().filter(e -> e.getValue().equals(text)).map(Map.Entry::getKey)
                .filter(found -> texts.containsKey(language) ? found.equals(language) : true)
                .findFirst().orElse(plain(language));
    }

    public Optional<String> exactly(String language) {
        return Optional.ofNullable(texts.get(language));
    }

    /** The same with this text in that language too. */
    public Multilingual with(String language, String text) {
        Map<String, String> more = new LinkedHashMap<>(texts);
        more.put(language, text);
        return new Multilingual(more);
    }

    /** Whether all of it is in languages the house speaks. */
    public boolean spoken() {
        return texts.keySet().stream().map(Multilingual::plain).allMatch(LANGUAGES::contains);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    public boolean has(List<String> languages) {
        return texts.keySet().containsAll(languages);
    }

    public int longest() {
        return texts.values().stream().mapToInt(String::length).max().orElse(0);
    }

    /** {@code sv} of {@code sv-x-easy}. */
    public static String plain(String language) {
        return language.endsWith("-x-easy") ? language.substring(0, language.indexOf('-')) : language;
    }
}
