package org.hornsten.project;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Refused;

/** The name of a project in addresses: {@code elder-guidance}. */
final class Slug {
    private static final int LONGEST = 80;
    private static final int LONGEST_MADE = 60;
    private static final String FORM = "[a-z0-9]+(-[a-z0-9]+)*+";
    /** Addresses of pages beside the projects. */
    private static final List<String> TAKEN = List.of("new");

    private Slug() {}

    /** The wished one, which must be free, or else one made from the title, made free by a few letters. */
    static String of(Project.Plan plan) {
        return Optional.ofNullable(plan.slug()).map(String::strip).filter(wish -> !wish.isEmpty())
                .map(Slug::wished).orElseGet(() -> made(plan.title().in(plan.languages().get(0))));
    }

    private static String wished(String slug) {
        if (slug.length() > LONGEST || !slug.matches(FORM)) throw new Refused("slug", "project:slug_wrong", LONGEST);
        if (!free(slug)) throw new Refused("slug", "project:slug_taken");
        return slug;
    }

    private static String made(String title) {
        // Not counted up: of many who begin at the same moment each must find another one.
        String plain = plain(title);
        return free(plain) ? plain : plain + "-" + PublicId.random().toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "").substring(0, 5);
    }

    static String plain(String title) {
        String ascii = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = ascii.substring(0, Math.min(ascii.length(), LONGEST_MADE)).replaceAll("-$", "");
        return cut.isEmpty() ? "projekt" : cut;
    }

    private static boolean free(String slug) {
        return !TAKEN.contains(slug) && Project.count("slug", slug) == 0;
    }
}
