package org.hornsten.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.guard.Forgery;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Beginning;
import org.hornsten.kit.Multilingual;
import org.jboss.logging.Logger;

/** What the layout asks about the request and its reader; answers also when the database does not. */
@RequestScoped
@Named("shell")
public class Shell {
    private static final Logger LOG = Logger.getLogger(Shell.class);
    private static final List<Locale> SPOKEN = Multilingual.LANGUAGES.stream().map(Locale::forLanguageTag).toList();

    private final CurrentVertxRequest request;
    private final Me me;
    private final Cookies cookies;
    private final Theme theme;
    private final Tongue tongue;
    private final Forgery forgery;
    private Optional<Person> reader;
    private String language;

    Shell(CurrentVertxRequest request, Me me, Cookies cookies, Theme theme, Tongue tongue, Forgery forgery) {
        this.request = request;
        this.me = me;
        this.cookies = cookies;
        this.theme = theme;
        this.tongue = tongue;
        this.forgery = forgery;
    }

    /** Each template speaks the reader's language from its making; mails set their receiver's afterwards. */
    static void speak(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> {
            boolean asked = Arc.container().requestContext().isActive()
                    && Arc.container().instance(CurrentVertxRequest.class).get().getCurrent() != null;
            if (asked) template.setLocale(Arc.container().instance(Shell.class).get().language());
        });
    }

    /** {@code sv}, {@code fi} or {@code en}: the reader's own choice, else what we know of them, else the browser's. */
    public String language() {
        if (language == null) language = chosenLanguage();
        return language;
    }

    /** The language with the reader's wish for easy language: {@code sv-x-easy}. */
    public String reading() {
        return easy() && !language().equals("en") ? language() + "-x-easy" : language();
    }

    public Preferences preferences() {
        return Preferences.read(cookie(cookies.named(Preferences.COOKIE)));
    }

    public boolean easy() {
        return preferences().easy();
    }

    public boolean larger() {
        return preferences().larger();
    }

    /** {@code on} or {@code off}, as the buttons say it. */
    public String easySet() {
        return easy() ? "on" : "off";
    }

    public String largerSet() {
        return larger() ? "on" : "off";
    }

    /** {@code light}, {@code dark}, or empty for the device's own. */
    public String colours() {
        return preferences().colours().orElse("");
    }

    public String path() {
        return context().request().path();
    }

    /** Path and query, for coming back after a choice was made; after a POST only the path exists to come back to. */
    public String here() {
        return reads() ? context().request().uri() : path();
    }

    /** Whether the request only reads. */
    boolean reads() {
        return context().request().method().name().equals("GET");
    }

    /** The sign-in page, which leads back here. */
    URI signIn() {
        return UriBuilder.fromPath("/sign-in").queryParam("back", "{here}").build(path());
    }

    public String token() {
        return forgery.token(me.stay(cookie(cookies.session())));
    }

    public Theme theme() {
        return theme;
    }

    public String organisation() {
        return theme.organisation(language());
    }

    public boolean signedIn() {
        return reader().isPresent();
    }

    public boolean staff() {
        return reader().filter(Person::staff).isPresent();
    }

    public String name() {
        return reader().map(person -> me.shownName()).orElse("");
    }

    /** A page with a status of its own. */
    public Response page(Response.Status status, TemplateInstance page) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.setLocale(language()).render()).build();
    }

    /** The first words of a text, for a title. */
    public String beginning(String text) {
        return Beginning.of(text);
    }

    /** Apart, because a template cannot leave out the list of arguments. */
    public String say(String key) {
        return tongue.say(language(), key);
    }

    public String say(String key, Object... arguments) {
        return tongue.say(language(), key, arguments);
    }

    /** Asks no more who is reading: the database is known to be away. */
    void withoutReader() {
        if (reader == null) reader = Optional.empty();
    }

    private Optional<Person> reader() {
        if (reader == null) reader = askedReader();
        return reader;
    }

    private Optional<Person> askedReader() {
        try {
            return me.person();
        } catch (RuntimeException away) {
            // the page about the missing database must not miss it too; the cause is logged where it is answered
            LOG.debug("The reader cannot be looked up", away);
            return Optional.empty();
        }
    }

    private String chosenLanguage() {
        Optional<String> chosen = me.api() ? Optional.empty() : preferences().language();
        return chosen.or(() -> me.api() ? wished() : Optional.empty())
                .or(() -> reader().map(person -> Multilingual.plain(person.language)))
                .filter(Multilingual.LANGUAGES::contains)
                .or(this::wished).orElse("sv");
    }

    private Optional<String> wished() {
        String header = context().request().getHeader("Accept-Language");
        try {
            return header == null ? Optional.empty()
                    : Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN))
                            .map(Locale::getLanguage);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private String cookie(String name) {
        return Optional.ofNullable(context().request().getCookie(name)).map(Cookie::getValue).orElse("");
    }

    private RoutingContext context() {
        return request.getCurrent();
    }
}
