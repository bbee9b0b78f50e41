package org.hornsten.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.hornsten.kit.Missing;
import org.hornsten.kit.SignInNeeded;

/** The person who asks, read from the database once for each request; perhaps nobody. */
@RequestScoped
public class Me {
    private final RoutingContext context;
    private final SecurityIdentity identity;
    private final Grants grants;
    private final Badges badges;
    private final Visits visits;
    private Optional<Person> person;
    private Optional<Grants.Grant> grant = Optional.empty();

    Me(RoutingContext context, SecurityIdentity identity, Grants grants, Badges badges, Visits visits) {
        this.context = context;
        this.identity = identity;
        this.grants = grants;
        this.badges = badges;
        this.visits = visits;
    }

    public Optional<Person> person() {
        if (person == null) {
            person = recognised();
            person.ifPresent(visits::note);
        }
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

    /**
     * Internal id of the only project this request may find through the person, 0 when it is not narrowed: a link or a
     * letter opens what it was made for, whatever else its person takes part in. Part of every question by {@link #id}
     * that a participant may ask.
     */
    public long within() {
        person();
        return grant.map(Grants.Grant::project).orElse(0L);
    }

    /** Whether the person came by a link or a letter, which somebody else may hold by now. */
    public boolean byGrant() {
        person();
        return grant.isPresent();
    }

    /** What to call the person on a page: by a link or a letter only the initials. */
    public String shownName() {
        return byGrant() ? known().initials() : known().name;
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
        return toApi(context);
    }

    /** What the provider says of the one who asks: by its session at pages, by its token at the API. */
    public Optional<Badge> badge() {
        boolean asked = api() && context.request().getHeader("Authorization") != null;
        if (asked && providerFailed()) throw new ProviderAway();
        return badges.shown(identity);
    }

    /** Whether the provider's word was asked for and could not be had or read. */
    public boolean providerFailed() {
        return context.get(ProviderMechanism.FAILURE) != null;
    }

    /** What a form is bound to: our own session, else the provider's, whose cookie changes while it lasts. */
    public String stay(String cookie) {
        return cookie.isEmpty() ? badge().map(Badge::session).orElse("") : cookie;
    }

    /** By the path as it is routed: {@code /%61pi/} is the same door as {@code /api/}. */
    static boolean toApi(RoutingContext context) {
        return context.normalizedPath().replaceFirst("^/api;[^/]*/", "/api/").startsWith("/api/");
    }

    // A program is told that the pass it shows has ended; a browser is a visitor again.
    private Optional<Person> held(Passes.Holder holder) {
        if (!holder.grant().isEmpty()) grant = grants.live(holder.grant());
        Optional<Person> active = holder.grant().isEmpty() ? Person.active(holder.person())
                : grant.map(Grants.Grant::person).filter(one -> one.publicId.equals(holder.person()));
        if (active.isEmpty() && api()) throw new SignInNeeded();
        return active;
    }

    private Optional<Person> recognised() {
        Passes.Holder holder = identity.getAttribute(PassMechanism.HOLDER);
        return holder != null ? held(holder) : badge().flatMap(this::wearer);
    }

    private Optional<Person> wearer(Badge badge) {
        if (api() && !badge.proven()) throw new SecondFactorNeeded();
        Optional<Person> wearer = badge.proven() && (badge.bearer() || !api()) ? Person.of(badge) : Optional.empty();
        if (wearer.isEmpty() && api()) throw new SignInNeeded();
        return wearer;
    }
}
