package org.hornsten.blocking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.Role;
import org.hornsten.kit.Untraced;
import org.hornsten.project.Naming;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestForm;

/** Finding somebody to block, and who is blocked, for administrators. No address and no history holds the name. */
@Path("/administration/people")
@PermitAll
class SearchPages {
    private static final int LEAST = 3;
    private static final int SHOWN = 30;

    private final Me me;
    private final Form form;
    private final Shell shell;
    private final Clock clock;

    SearchPages(Me me, Form form, Shell shell, Clock clock) {
        this.me = me;
        this.form = form;
        this.shell = shell;
        this.clock = clock;
    }

    /** @param asked what was looked for; empty before */
    @CheckedTemplate(basePath = "blocking")
    record people(String asked, List<Found> found, boolean more, List<Found> blocked) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        me.as(Role.ADMINISTRATOR);
        return page("", List.of());
    }

    @POST
    @Untraced("only looks somebody up, and shows no name that is masked")
    public Object find(@RestForm Optional<String> who) {
        me.as(Role.ADMINISTRATOR);
        String asked = who.orElse("").strip();
        if (asked.length() < LEAST) return form.refuse("who", "blocking:search_short").again(page("", List.of()));
        return page(asked, Person.meantBy(asked, SHOWN + 1));
    }

    private people page(String asked, List<Person> found) {
        Naming naming = Naming.of(me, clock.instant());
        return new people(asked, Found.of(found.stream().limit(SHOWN).toList(), naming, shell), found.size() > SHOWN,
                Found.of(Block.all().stream().map(block -> block.person).toList(), naming, shell));
    }
}
