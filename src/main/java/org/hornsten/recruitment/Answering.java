package org.hornsten.recruitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Refused;
import org.hornsten.web.Form;

/** The page of somebody's own application, by its code or by the person's link: what became of it, yes, no, back. */
@RequestScoped
class Answering {
    private final Outcome outcome;
    private final Form form;

    Answering(Outcome outcome, Form form) {
        this.outcome = outcome;
        this.form = form;
    }

    /** @param to where the answer is sent */
    @CheckedTemplate(basePath = "recruitment")
    record mine(Application application, OpenCall call, String to) implements TemplateInstance {}

    TemplateInstance page(Application one, String to) {
        return new mine(one, one.call, to);
    }

    Response answer(Optional<Person> by, Application one, String answer, String to) {
        try {
            switch (answer == null ? "" : answer) {
                case "yes" -> outcome.accept(by, one);
                case "no" -> outcome.decline(by, one);
                case "back" -> outcome.takeBack(by, one);
                default -> throw new Refused("recruitment:answer_missing");
            }
            return Response.seeOther(URI.create("back".equals(answer) ? "/calls/applications/gone" : to)).build();
        } catch (Refused no) {
            return form.refuse(new Refused("", no.key, no.arguments.toArray())).again(page(one, to));
        }
    }
}
