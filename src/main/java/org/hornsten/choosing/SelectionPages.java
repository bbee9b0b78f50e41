package org.hornsten.choosing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Turn;
import org.hornsten.lot.Fit.Gap;
import org.hornsten.lot.Fit.Trait;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Area;
import org.hornsten.panel.Dimension;
import org.hornsten.panel.Profile;
import org.hornsten.project.Project;
import org.hornsten.recruitment.Application;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.recruitment.Outcome;
import org.hornsten.recruitment.Selection;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Choosing by profile, never by name: what is lacking, who would fill it, and each choice by itself. */
@Path("/projects/{slug}/calls/{id}/selection")
@PermitAll
class SelectionPages {
    private static final int SIZE = 50;

    private final Me me;
    private final Ledger ledger;
    private final Outcome outcome;
    private final Form form;
    private final Shell shell;

    SelectionPages(Me me, Ledger ledger, Outcome outcome, Form form, Shell shell) {
        this.me = me;
        this.ledger = ledger;
        this.outcome = outcome;
        this.form = form;
        this.shell = shell;
    }

    /**
     * What is wished for, in words, and how far it is met.
     *
     * @param filter as it stands in an address
     */
    public record Wished(Gap gap, String label, String filter, GapChart.Line line) {}

    /** Somebody by number and profile. */
    public record Row(Application one, String profile, String areas, long fills) {
        public boolean chosen() {
            return one.mark == Application.Mark.CHOSEN;
        }

        public boolean reserve() {
            return one.mark == Application.Mark.RESERVE;
        }
    }

    /** Which of those who applied are shown. */
    public record Filter(String trait, String label, int from) {}

    /** @param suggested whom the rule would take, by number */
    public record Sight(List<Wished> wishes, int height, List<Row> rows, int all, int chosen, int reserves,
                        List<Integer> suggested, Filter filter, String next) {}

    @CheckedTemplate(basePath = "choosing")
    record selection(OpenCall call, Project project, Sight sight) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String slug, @RestPath String id, @RestQuery Optional<String> trait,
                                 @RestQuery Optional<String> from) {
        OpenCall call = mine(slug, id);
        return page(call, trait.orElse(""), from.filter(n -> n.matches("\\d{1,9}")).map(Integer::parseInt).orElse(0));
    }

    @POST
    @Kept
    public Response mark(@RestPath String slug, @RestPath String id, @RestForm String number, @RestForm String mark,
                         @RestForm String trait) {
        OpenCall call = mine(slug, id);
        try {
            choosing(call);
            Application one = Optional.ofNullable(number).filter(typed -> typed.matches("\\d{1,9}"))
                    .flatMap(typed -> Application.numbered(call, Integer.parseInt(typed)))
                    .orElseThrow(() -> new Refused("recruitment:number_unknown"));
            Application.Mark wanted = mark == null ? null : Arrays.stream(Application.Mark.values())
                    .filter(each -> each.name().equalsIgnoreCase(mark)).findFirst().orElse(null);
            if (one.mark != wanted) ledger.keep(me, one.mark(wanted));
            return back(call, trait);
        } catch (Refused no) {
            return form.refuse(new Refused("", no.key, no.arguments.toArray())).again(page(call, "", 0));
        }
    }

    /** All whom the rule would take for the places left, each kept as a choice of its own. */
    @POST
    @Path("suggestion")
    @Kept
    public Response take(@RestPath String slug, @RestPath String id) {
        OpenCall call = mine(slug, id);
        try {
            choosing(call);
            Selection.of(call).suggested().forEach(one -> ledger.keep(me, one.mark(Application.Mark.CHOSEN)));
            return back(call, "");
        } catch (Refused no) {
            return form.refuse(new Refused("", no.key, no.arguments.toArray())).again(page(call, "", 0));
        }
    }

    @POST
    @Path("decision")
    @Kept
    public Response decide(@RestPath String slug, @RestPath String id) {
        OpenCall call = mine(slug, id);
        try {
            outcome.decide(me.person(), call);
            return Response.seeOther(URI.create(call.desk())).build();
        } catch (Refused no) {
            return form.refuse(new Refused("", no.key, no.arguments.toArray())).again(page(call, "", 0));
        }
    }

    private static void choosing(OpenCall call) {
        Turn.alone(call);
        if (call.drawn()) throw new Refused("recruitment:drawn_not_chosen");
        if (call.decided()) throw new Refused("recruitment:decided_already");
        call.checkGoesOn("");
    }

    private static Response back(OpenCall call, String trait) {
        String filter = trait == null || !trait.matches("[a-z_]{1,20}:[^\\p{Cntrl}]{1,100}") ? ""
                : "?trait=" + encoded(trait);
        return Response.seeOther(URI.create(call.desk() + "/selection" + filter)).build();
    }

    private static String encoded(String trait) {
        return URLEncoder.encode(trait, StandardCharsets.UTF_8);
    }

    private selection page(OpenCall call, String trait, int from) {
        Selection selection = Selection.of(call);
        List<Application> some = shown(selection, trait);
        List<Application> part = some.subList(Math.min(from, some.size()), Math.min(from + SIZE, some.size()));
        Map<Integer, Long> fills = selection.fills(part);
        List<Wished> wishes = wished(selection.gaps());
        String next = from + SIZE >= some.size() ? "" : call.desk() + "/selection?from=" + (from + SIZE)
                + (trait.isEmpty() ? "" : "&trait=" + encoded(trait));
        return new selection(call, call.panel.project, new Sight(wishes, GapChart.height(wishes.size()),
                part.stream().map(one -> row(one, fills)).toList(), selection.all().size(),
                selection.marked(Application.Mark.CHOSEN).size(), selection.marked(Application.Mark.RESERVE).size(),
                call.decided() || call.drawn() ? List.of()
                        : selection.suggested().stream().map(one -> one.number).toList(),
                new Filter(trait, label(trait), from), next));
    }

    private static List<Application> shown(Selection selection, String trait) {
        Optional<Dimension> dimension = dimension(trait);
        return dimension.isPresent() ? selection.with(dimension.get(), trait.substring(trait.indexOf(':') + 1))
                : selection.all();
    }

    private static Optional<Dimension> dimension(String trait) {
        return Arrays.stream(Dimension.values())
                .filter(one -> trait.startsWith(one.name().toLowerCase(Locale.ROOT) + ":")).findFirst();
    }

    private List<Wished> wished(List<Gap> gaps) {
        List<GapChart.Line> lines = GapChart.lines(gaps);
        List<Wished> wished = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i++) wished.add(new Wished(gaps.get(i), label(gaps.get(i).trait()),
                encoded(gaps.get(i).trait().dimension().toLowerCase(Locale.ROOT) + ":" + gaps.get(i).trait().value()),
                lines.get(i)));
        return wished;
    }

    private String label(String filter) {
        return dimension(filter).map(one -> label(new Trait(one.name(), filter.substring(filter.indexOf(':') + 1))))
                .orElse("");
    }

    private String label(Trait trait) {
        return switch (Dimension.valueOf(trait.dimension())) {
            case AGE_GROUP -> one(AgeGroup.values(), trait.value()).map(this::words).orElse(trait.value());
            case EXPERIENCE -> one(Area.values(), trait.value()).map(this::words).orElse(trait.value());
            case LANGUAGE -> shell.say("project:in_" + trait.value());
            case MUNICIPALITY -> capital(trait.value());
        };
    }

    private static String capital(String town) {
        return town.isEmpty() ? town : town.substring(0, 1).toUpperCase(Locale.ROOT) + town.substring(1);
    }

    private static <E extends Enum<E>> Optional<E> one(E[] words, String value) {
        return Arrays.stream(words).filter(word -> word.name().equalsIgnoreCase(value)).findFirst();
    }

    private String words(AgeGroup group) {
        return shell.say("panel:age", group);
    }

    private String words(Area area) {
        return shell.say("panel:area", area);
    }

    private Row row(Application one, Map<Integer, Long> fills) {
        Profile profile = one.profile();
        List<String> words = new ArrayList<>();
        if (profile.ageGroup() != null) words.add(words(profile.ageGroup()));
        if (profile.municipality() != null) words.add(profile.municipality());
        if (profile.language() != null) words.add(shell.say("project:in_" + profile.language()));
        return new Row(one, String.join(" · ", words), String.join(", ", one.areas().stream().map(this::words).toList()),
                fills.getOrDefault(one.number, 0L));
    }

    private OpenCall mine(String slug, String id) {
        OpenCall call = OpenCall.ledBy(me, id);
        Project project = call.panel.project;
        if (!project.slug.equals(slug) && !project.publicId.equals(slug)) throw new Missing();
        return call;
    }
}
