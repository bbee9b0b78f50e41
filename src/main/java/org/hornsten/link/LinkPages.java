package org.hornsten.link;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.hornsten.identity.Sessions;
import org.hornsten.kit.Missing;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.link.Destinations.Destination;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Coming in by a personal link or a letter's code. Looking uses nothing up; only pressing a button signs in. */
@Path("/link")
@PermitAll
public class LinkPages {
    private final Carried carried;
    private final Ledger ledger;
    private final Sessions sessions;
    private final Destinations destinations;
    private final Shell shell;

    LinkPages(Carried carried, Ledger ledger, Sessions sessions, Destinations destinations, Shell shell) {
        this.carried = carried;
        this.ledger = ledger;
        this.sessions = sessions;
        this.destinations = destinations;
        this.shell = shell;
    }

    /** @param initials of whom the letter is to, once its code was typed; empty before anything is proven */
    @CheckedTemplate(basePath = "link")
    record link(PersonalLink link, Destination to, String initials) implements TemplateInstance {}

    /** What the link leads to is over; a member still comes into the project by it. */
    @CheckedTemplate(basePath = "link")
    record ended(PersonalLink link, Destinations.Ended what) implements TemplateInstance {}

    @CheckedTemplate(basePath = "link")
    record useless() implements TemplateInstance {}

    /** The whole address by which a token opens, to be handed out. */
    public static String address(UriInfo here, String token) {
        return here.getBaseUriBuilder().path("link").path(token).build().toString();
    }

    /** To the same page without the token in its address, where no history and no other site gets to see it. */
    @GET
    @Path("{token}")
    public Response open(@RestPath String token) {
        return Response.seeOther(URI.create("/link")).cookie(carried.token(token))
                .header("Referrer-Policy", "no-referrer").build();
    }

    @GET
    public Response show() {
        Optional<PersonalLink> link = carried.link();
        Optional<Destination> to = destination(link);
        return to.isPresent() ? shell.page(Response.Status.OK, new link(link.get(), to.get(),
                carried.proven() ? link.get().person.initials() : "")) : over(link);
    }

    @POST
    @Kept
    public Response enter(@RestForm Optional<String> speaking) {
        Optional<PersonalLink> link = carried.link();
        Optional<Destination> to = destination(link).or(() -> project(link));
        try {
            return to.isPresent() ? signIn(link.get(), to.get(), speaking.orElse("")) : over(link);
        } catch (Missing endedMeanwhile) {
            return useless();
        }
    }

    private Response signIn(PersonalLink link, Destination to, String speaking) {
        Speaking said = Arrays.stream(Speaking.values()).filter(one -> one.name().equalsIgnoreCase(speaking))
                .findFirst().orElse(null);
        link.enter(said).ifPresent(used -> ledger.keep(Optional.of(link.person), used));
        return Response.seeOther(URI.create(to.path())).cookie(sessions.opened(link.person, link.publicId))
                .cookie(carried.nothing()).build();
    }

    private Optional<Destination> destination(Optional<PersonalLink> link) {
        return link.map(PersonalLink::about).flatMap(destinations::find);
    }

    /** A member of the project what was asked is over in comes in all the same. */
    private Optional<Destination> project(Optional<PersonalLink> link) {
        return link.filter(one -> !one.guest).map(PersonalLink::about).flatMap(destinations::ended)
                .map(over -> new Destination(over.project(), over.title(), over.project().path()));
    }

    private Response over(Optional<PersonalLink> link) {
        Optional<Destinations.Ended> ended = link.map(PersonalLink::about).flatMap(destinations::ended);
        return ended.isPresent() ? shell.page(Response.Status.OK, new ended(link.get(), ended.get())) : useless();
    }

    private Response useless() {
        return shell.page(Response.Status.NOT_FOUND, new useless());
    }
}
