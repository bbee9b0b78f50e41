package org.hornsten.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;
import org.hornsten.project.Project;
import org.hornsten.web.Address;
import org.hornsten.web.Theme;
import org.hornsten.web.Tongue;

/** Makes the e-mail of a notice: one text in two forms, plain and HTML, in its receiver's language. */
@ApplicationScoped
class Stationery implements Postman.Desk {
    private final Secrets secrets;
    private final ObjectMapper json;
    private final Address address;
    private final Theme theme;
    private final Tongue tongue;
    private final Optional<String> from;
    private final Optional<String> replyTo;

    Stationery(Secrets secrets, ObjectMapper json, Address address, Theme theme, Tongue tongue,
               @ConfigProperty(name = "hornsten.mail.from") Optional<String> from,
               @ConfigProperty(name = "hornsten.mail.reply-to") Optional<String> replyTo) {
        this.secrets = secrets;
        this.json = json;
        this.address = address;
        this.theme = theme;
        this.tongue = tongue;
        this.from = from;
        this.replyTo = replyTo;
    }

    @CheckedTemplate(basePath = "notice")
    record mail(String language, String organisation, Outbox.Words words, String wayHow, List<String> foot,
                String colour) implements TemplateInstance {}

    @Override
    public Envelope write(Parcel parcel) throws Returned {
        Optional<Envelope> written = QuarkusTransaction.requiringNew().call(() -> {
            Mail mail = Mail.findById(parcel.id());
            Person to = mail.receiver;
            return to.email == null || to.erasedAt != null || to.blockedAt != null ? Optional.empty()
                    : Optional.of(envelope(mail, opened(mail)));
        });
        return written.orElseThrow(() -> new Returned(Reason.GONE));
    }

    private Outbox.Words opened(Mail mail) {
        try {
            return json.readValue(Seal.open(secrets.key("mail"), mail.publicId, mail.sealed), Outbox.Words.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Envelope envelope(Mail mail, Outbox.Words words) {
        String language = Multilingual.plain(mail.receiver.language);
        Optional<String> project = project(mail, language);
        List<String> foot = foot(language, project);
        String wayHow = tongue.say(language, "notice:way_how");
        String organisation = theme.organisation(language);
        String sender = project.map(title -> title + " – " + organisation).orElse(organisation);
        return new Envelope("<" + mail.publicId + "@" + address.host() + ">", name(sender) + " <" + from() + ">",
                replyTo.or(() -> Optional.of(theme.mail()).filter(known -> !known.isEmpty())), mail.receiver.email,
                mail.receiver.name, language, words.subject(), plain(words, wayHow, foot),
                new mail(language, organisation, words, wayHow, foot, theme.button()).render(), words.calendar());
    }

    private static Optional<String> project(Mail mail, String language) {
        return mail.withinKind.equals("project") ? Project.<Project>find("publicId", mail.withinId)
                .firstResultOptional().map(project -> project.title.in(language)) : Optional.empty();
    }

    private List<String> foot(String language, Optional<String> project) {
        List<String> foot = new ArrayList<>();
        foot.add(project.map(title -> tongue.say(language, "notice:foot_project", title))
                .orElseGet(() -> tongue.say(language, "notice:foot_house", theme.organisation(language))));
        if (!theme.phone().isEmpty()) foot.add(tongue.say(language, "notice:foot_phone", theme.phone(),
                tongue.say(language, "web:help_hours")));
        foot.add(theme.organisation(language));
        return foot;
    }

    /** The same words in the same order as the HTML. */
    private static String plain(Outbox.Words words, String wayHow, List<String> foot) {
        List<String> blocks = new ArrayList<>(words.paragraphs());
        words.said().ifPresent(said -> blocks.add(1, said.whose() + "\n\n" + said.greeting().text()));
        words.way().ifPresent(way -> blocks.add(way.label() + ":\n" + way.address()));
        words.way().ifPresent(way -> blocks.add(wayHow));
        blocks.add("-- \n" + String.join("\n", foot));
        return String.join("\n\n", blocks) + "\n";
    }

    /** What would end the name or begin another header is left out. */
    private static String name(String sender) {
        return sender.replaceAll("[\\p{Cntrl}<>()\"\\\\,;:@\\[\\]]+", " ").replaceAll("\\s+", " ").strip();
    }

    private String from() {
        return from.orElseGet(() -> "hornsten@" + address.host());
    }
}
