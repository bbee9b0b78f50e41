package org.hornsten.demo;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Passes;
import org.hornsten.identity.Person;
import org.hornsten.identity.Sessions;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Untraced;

/** Signs programs in as one of the demo's people. */
@Tag(name = "Access")
@Path("/api/v1/demo/sign-in")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class DemoApi {
    private final DemoHouse house;
    private final Passes passes;
    private final HttpServerRequest request;

    DemoApi(DemoHouse house, Passes passes, HttpServerRequest request) {
        this.house = house;
        this.passes = passes;
        this.request = request;
    }

    @Schema(name = "DemoSignIn")
    record SignIn(String person) {}

    record Token(String token) {}

    @POST
    @Untraced("a pass is signed, nothing is stored")
    @Operation(summary = "Signs in as one of the people of the demo, in the demo only")
    @SecurityRequirementsSet
    public Token signIn(SignIn wanted) {
        house.letIn(request);
        String userName = Optional.ofNullable(wanted).orElseThrow(BadRequestException::new).person();
        Person person = Optional.ofNullable(userName).flatMap(Cast::known).map(Cast::userName).flatMap(Person::called)
                .orElseThrow(() -> new Refused("person", "demo:person_unknown"));
        return new Token(passes.issue(person, Sessions.LIFE).token());
    }
}
