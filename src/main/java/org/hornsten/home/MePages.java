package org.hornsten.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.Sessions;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.web.Preferences;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestForm;

/** What is mine: what I said and what became of it, my projects, how I read, my data. */
@Path("/me")
@PermitAll
class MePages {
    private static final int YEAR = 365 * 24 * 60 * 60;

    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Shell shell;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Leaving leaving;
    private final Bundle bundle;

    MePages(Me me, Ledger ledger, Form form, Shell shell, Sessions sessions, Cookies cookies, Leaving leaving,
            Bundle bundle) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.shell = shell;
        this.sessions = sessions;
        this.cookies = cookies;
        this.leaving = leaving;
        this.bundle = bundle;
    }

    @CheckedTemplate(basePath = "home")
    record me(Mine mine) implements TemplateInstance {}

    @CheckedTemplate(basePath = "home")
    record erasure(Person person, int said) implements TemplateInstance {}

    @CheckedTemplate(basePath = "home")
    record erased() implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return page();
    }

    /** The language letters and answers come in, which is also the one pages are shown in. */
    @POST
    @Path("language")
    @Kept
    @Tells(Done.SAVED)
    public Response prefer(@RestForm Optional<String> language) {
        Person person = Person.changing(me);
        String chosen = language.orElse("");
        if (!Multilingual.LANGUAGES.contains(chosen))
            return form.refuse("language", "home:language_missing").again(page());

        person.prefers(chosen);
        ledger.keep(me, new HomeEvent.Preferred(new Ref("person", person.publicId), chosen));
        Preferences kept = shell.preferences().with("language", chosen);
        return Response.seeOther(URI.create("/me"))
                .cookie(cookies.make(Preferences.COOKIE, kept.toString(), YEAR)).build();
    }

    /** Asked for with a form, so that no link in a mail makes a copy of somebody; the ledger keeps that it was made. */
    @POST
    @Path("copy")
    @Kept
    public Response copy() {
        ledger.keep(me, new HomeEvent.Copied(new Ref("person", me.known().publicId)));
        return Response.ok(bundle.of(me), "application/zip")
                .header("Content-Disposition", "attachment; filename=\"hornsten.zip\"").build();
    }

    @GET
    @Path("erasure")
    public TemplateInstance ask() {
        return new erasure(me.known(), Mine.said(me).size());
    }

    @POST
    @Path("erasure")
    @Kept
    public Response erase() {
        leaving.erase(me);
        return Response.seeOther(URI.create("/me/erased")).cookie(sessions.left()).build();
    }

    @GET
    @Path("erased")
    public TemplateInstance done() {
        return new erased();
    }

    private me page() {
        return new me(Mine.of(me));
    }
}
