package org.hornsten.demo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Person;
import org.hornsten.identity.Sessions;
import org.hornsten.kit.Untraced;
import org.hornsten.web.Back;
import org.hornsten.web.Form;
import org.hornsten.web.Preferences;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The people of the demo on one page: one click signs in. */
@Path("/demo")
@PermitAll
class DemoPages {
    private static final int UNTIL_BROWSER_CLOSES = -1;

    private final DemoHouse house;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Shell shell;
    private final Form form;
    private final HttpServerRequest request;

    DemoPages(DemoHouse house, Sessions sessions, Cookies cookies, Shell shell, Form form, HttpServerRequest request) {
        this.house = house;
        this.sessions = sessions;
        this.cookies = cookies;
        this.shell = shell;
        this.form = form;
        this.request = request;
    }

    @CheckedTemplate(basePath = "demo")
    record people(List<Guest> guests, String back) implements TemplateInstance {}

    /** Somebody one may be, in the reader's words. */
    record Guest(String userName, String name, String role, String comes) {}

    @GET
    public TemplateInstance show(@RestQuery Optional<String> back) {
        house.letIn(request);
        return page(back.orElse("/"));
    }

    @POST
    @Untraced("a pass is signed, nothing is stored")
    public Response signIn(@RestForm Optional<String> person, @RestForm Optional<String> back) {
        house.letIn(request);
        Optional<Cast> who = person.flatMap(Cast::known);
        Optional<Person> known = who.map(Cast::userName).flatMap(Person::called);
        String next = back.orElse("/");
        return known.isPresent() ? welcome(known.get(), who.get(), next)
                : form.refuse("person", "demo:person_unknown").again(page(next));
    }

    private people page(String back) {
        return new people(Arrays.stream(Cast.values()).map(this::guest).toList(), back);
    }

    private Guest guest(Cast who) {
        return new Guest(who.userName(), who.called, shell.say("demo:role_" + who.userName()),
                shell.say("demo:comes_" + who.userName()));
    }

    private Response welcome(Person person, Cast who, String next) {
        Response.ResponseBuilder answer = Response.seeOther(Back.to(next)).cookie(sessions.opened(person));
        if (who.readsLarge()) answer.cookie(cookies.make(Preferences.COOKIE,
                shell.preferences().with("larger", "on").toString(), UNTIL_BROWSER_CLOSES));
        return answer.build();
    }
}
