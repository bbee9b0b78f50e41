package org.hornsten.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;
import org.hornsten.kit.Time;

/** Where e-mails are put in the transaction of what they tell of, so that nothing is sent that did not happen. */
@ApplicationScoped
public class Outbox {
    private final Secrets secrets;
    private final ObjectMapper json;
    private final boolean open;

    Outbox(Secrets secrets, ObjectMapper json, Carrier carrier) {
        this.secrets = secrets;
        this.json = json;
        this.open = carrier.open();
    }

    /** Whether the house sends e-mail at all; where it does not, nothing is ever posted. */
    public boolean open() {
        return open;
    }

    /** Whether an e-mail can reach that person. */
    public boolean reaches(Person person) {
        return open && person.email != null && person.erasedAt == null && person.blockedAt == null;
    }

    record Words(String subject, List<String> paragraphs, Optional<Notice.Said> said, Optional<Notice.Way> way,
                 Optional<String> calendar) {}

    /** Nothing where no e-mail reaches the person: then there is another way, or none. */
    public Optional<Mail> post(Notice notice) {
        if (!reaches(notice.to())) return Optional.empty();
        Mail mail = Mail.of(notice, Time.now());
        mail.sealed = Seal.close(secrets.key("mail"), mail.publicId, written(new Words(notice.subject(),
                notice.paragraphs(), notice.said(), notice.way(), notice.calendar())));
        mail.persist();
        return Optional.of(mail);
    }

    private byte[] written(Words words) {
        try {
            return json.writeValueAsString(words).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
