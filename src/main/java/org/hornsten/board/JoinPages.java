package org.hornsten.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Untraced;
import org.hornsten.web.Form;
import org.jboss.resteasy.reactive.RestPath;

/** Joining the board of a workshop on one's phone: by the square code or the one under it, without an account. */
@Path("/w")
@PermitAll
class JoinPages {
    private final Form form;
    private final Guests guests;

    JoinPages(Form form, Guests guests) {
        this.form = form;
        this.guests = guests;
    }

    /** @param code as it stands in the square code's address; looked up only when somebody joins */
    @CheckedTemplate(basePath = "board")
    record join(String code, int mostPeople) implements TemplateInstance {
        join(String code) {
            this(code, JoinForm.MOST_PEOPLE);
        }
    }

    @GET
    public TemplateInstance form() {
        return new join("");
    }

    @GET
    @Path("{code}")
    public TemplateInstance form(@RestPath String code) {
        return new join(code.matches("[A-Za-z0-9]{1,12}") ? code : "");
    }

    @POST
    @Untraced("only gives a cookie: nothing is kept of who joins")
    public Response join(@BeanParam JoinForm typed) {
        try {
            Board board = typed.board();
            return Response.seeOther(URI.create(board.path() + "/phone"))
                    .cookie(guests.seated(board, typed.seat(), typed.sharing())).build();
        } catch (Refused no) {
            return form.refuse(no).again(new join(""));
        }
    }
}
