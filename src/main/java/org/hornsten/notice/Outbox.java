package org.hornsten.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;
import org.hornsten.kit.Time;

/** Where e-mails are put in the transaction of what they tell of, so that nothing is sent that did not happen. */
@ApplicationScoped
public class Outbox {
    private final Secrets secrets;
    private final ObjectMapper json;

    Outbox(Secrets secrets, ObjectMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    record Words(String subject, List<String> paragraphs, Optional<Notice.Way> way, Optional<String> calendar) {}

    /** Nothing where the person has no e-mail address: then there is another way, or none. */
    public Optional<Mail> post(Notice notice) {
        if (notice.to().email == null || notice.to().erasedAt != null) return Optional.empty();
        Mail mail = Mail.of(notice, Time.now());
        mail.sealed = Seal.close(secrets.key("mail"), mail.publicId, written(new Words(notice.subject(),
                notice.paragraphs(), notice.way(), notice.calendar())));
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
