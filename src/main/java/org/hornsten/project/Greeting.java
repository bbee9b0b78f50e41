package org.hornsten.project;

import java.util.Optional;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;

/**
 * Some words of a lead's own to whom a lead writes: plain text of a few lines, shown as typed and in one language,
 * whatever language the rest is in.
 */
public record Greeting(String text, String language) {
    public static final int LONGEST = 500;

    /**
     * @param typed    empty or null for none
     * @param language one of the house's, plain
     */
    public static Optional<Greeting> typed(String typed, String language) {
        String text = tidy(typed == null ? "" : typed);
        if (text.isEmpty()) return Optional.empty();
        if (text.codePointCount(0, text.length()) > LONGEST)
            throw new Refused("greeting", "project:greeting_long", LONGEST);
        if (language == null || !Multilingual.LANGUAGES.contains(language))
            throw new Refused("greetingLanguage", "project:greeting_language_missing");
        return Optional.of(new Greeting(text, language));
    }

    // what is no sign cannot be printed, and a page of empty lines would push the rest out of sight
    private static String tidy(String typed) {
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]|[\\x{FFFE}\\x{FFFF}\\p{Cs}]", "")
                .replaceAll("\\h+", " ").replaceAll(" ?\n ?", "\n").replaceAll("\n{3,}", "\n\n").strip();
    }
}
