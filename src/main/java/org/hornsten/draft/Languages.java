package org.hornsten.draft;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.web.Shell;

/** The languages a text can be in, easy language among them, and what the reader calls them. */
@RequestScoped
@Named("languages")
public class Languages {
    public static final List<String> ALL = List.of("sv", "fi", "en", "sv-x-easy", "fi-x-easy");

    private final Shell shell;

    Languages(Shell shell) {
        this.shell = shell;
    }

    /** Swedish, easy Finnish: in the reader's own language. */
    public String name(String language) {
        return shell.say("draft:language_" + language.replace("-x-", "_"));
    }

    /** The field of a title in that language, and what it is called. */
    public String titleField(String language) {
        return "title_" + language;
    }

    public String titleLabel(String language) {
        return shell.say("draft:title_label", name(language));
    }

    /** For the lang attribute, which knows no easy language. */
    public String tag(String language) {
        return Multilingual.plain(language);
    }

    public static String known(String language) {
        if (language == null || !ALL.contains(language)) throw new Refused("language", "draft:language_wrong");
        return language;
    }

    /** What is there for a reader who wishes that language: it, its plain sister, or the main one. */
    static String nearest(String wished, List<String> there, String main) {
        if (there.contains(wished)) return wished;
        return there.contains(Multilingual.plain(wished)) ? Multilingual.plain(wished) : main;
    }

    public static boolean easy(String language) {
        return language.endsWith("-x-easy");
    }

    public static Locale locale(String language) {
        return Locale.forLanguageTag(Multilingual.plain(language));
    }
}
