package org.hornsten.notice;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.Multilingual;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every e-mail of the house in every language: short subject, who writes and why first, one button, no pictures. */
@QuarkusTest
class MailTest {
    @ParameterizedTest
    @ValueSource(strings = {"sv", "fi", "en", "sv-x-easy"})
    void each_e_mail_reads_as_its_receiver_reads(String language) {
        List<Envelope> all = new ArrayList<>();
        for (Anonymity anonymity : List.of(Anonymity.PSEUDONYM, Anonymity.ANONYMOUS)) {
            Draft draft = World.openDraft(anonymity);
            World.act(() -> Project.update("title = ?1 where id = ?2", Multilingual.of("Ett mycket långt namn: på ett\r\n"
                    + "Bcc: alla@post.example projekt, som ingen rubrik rymmer", "Erittäin pitkä nimi", "A name"),
                    draft.project.id));
            Person siv = World.act(() -> {
                Person met = Person.withoutAccount("Siv\r\nBcc: x@post.example", null, PersonKind.CUSTOMER, language,
                        UUID.randomUUID() + "@post.example");
                Membership.of(Project.findById(draft.project.id), met, Membership.Role.PARTICIPANT, met.kind);
                return met;
            });
            for (Object about : List.of(draft.ref(), draft.project.ref())) {
                api(World.lena()).body(Map.of("about", about, "channel", "email", "to", List.of(siv.publicId), "dueOn",
                        World.today().plusDays(9).toString())).post("/api/v1/invitations").then().statusCode(201);
                as(World.lena()).get(draft.project.path() + "/invitations?about=" + about)
                        .submit("form[action$=/reminding]", Map.of()).is(303);
            }
            all.addAll(Letterbox.of(siv));
        }
        assertEquals(8, all.size());
        all.forEach(mail -> Letterbox.reads(mail, Multilingual.plain(language)));
    }
}
