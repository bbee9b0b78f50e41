package org.hornsten.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Multilingual;

/** What a person chose for reading, kept in one cookie by their own act: {@code fi.easy.larger.dark}. */
public record Preferences(Optional<String> language, boolean easy, boolean larger, Optional<String> colours) {
    public static final String COOKIE = "hornsten-reading";
    private static final List<String> COLOURS = List.of("light", "dark");

    /** Unknown words in the cookie are left out. */
    public static Preferences read(String cookie) {
        List<String> words = List.of(cookie.split("\\."));
        return new Preferences(Multilingual.LANGUAGES.stream().filter(words::contains).findFirst(),
                words.contains("easy"), words.contains("larger"),
                COLOURS.stream().filter(words::contains).findFirst());
    }

    /** The same with one choice changed; a choice nobody knows changes nothing. */
    public Preferences with(String what, String value) {
        return switch (what) {
            case "language" ->
                    new Preferences(known(Multilingual.LANGUAGES, value).or(() -> language), easy, larger, colours);
            case "easy" -> new Preferences(language, value.equals("on"), larger, colours);
            case "larger" -> new Preferences(language, easy, value.equals("on"), colours);
            case "colours" -> new Preferences(language, easy, larger, known(COLOURS, value));
            default -> this;
        };
    }

    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        language.ifPresent(words::add);
        if (easy) words.add("easy");
        if (larger) words.add("larger");
        colours.ifPresent(words::add);
        return String.join(".", words);
    }

    private static Optional<String> known(List<String> values, String value) {
        return values.stream().filter(value::equals).findFirst();
    }
}
