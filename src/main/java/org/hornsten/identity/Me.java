package org.hornsten.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.hornsten.kit.Missing;
import org.hornsten.kit.SignInNeeded;

/** The person who asks, read from the database once for each request; perhaps nobody. */
@RequestScoped
public class Me {
    private final HttpServerRequest request;
    private final SecurityIdentity identity;
    private Optional<Person> person;

    Me(HttpServerRequest request, SecurityIdentity identity) {
        this.request = request;
        this.identity = identity;
    }

    public Optional<Person> person() {
        if (person == null) person = recognised();
        return person;
    }

    /** @throws SignInNeeded when nobody is signed in */
    public Person known() {
        return person().orElseThrow(SignInNeeded::new);
    }

    public boolean signedIn() {
        return person().isPresent();
    }

    /** Zero for nobody, so that a query by it finds nothing. */
    public long id() {
        return person().map(p -> p.id).orElse(0L);
    }

    public boolean is(Role role) {
        return person().filter(p -> p.is(role)).isPresent();
    }

    public boolean staff() {
        return person().filter(Person::staff).isPresent();
    }

    /** The door of a role: nobody is asked to sign in, anybody else finds nothing behind it. */
    public Person as(Role role) {
        Person known = known();
        if (!known.is(role)) throw new Missing();
        return known;
    }

    /** What to answer where nothing was found for this person: nobody may find more after signing in. */
    public RuntimeException nothing() {
        return signedIn() ? new Missing() : new SignInNeeded();
    }

    /** Whether the request came to the JSON API, which takes passes in the header and never a cookie. */
    public boolean api() {
        return toApi(request);
    }

    static boolean toApi(HttpServerRequest request) {
        return request.path().startsWith("/api/");
    }

    private Optional<Person> recognised() {
        String holder = identity.getAttribute(PassMechanism.HOLDER);
        if (holder != null) return Person.active(holder);
        // the provider's own session cookie opens pages only: the API must be as deaf to it as to ours
        boolean byCookie = api() && request.getHeader("Authorization") == null;
        return identity.isAnonymous() || byCookie ? Optional.empty() : Person.called(identity.getPrincipal().getName());
    }
}
