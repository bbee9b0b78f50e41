package org.hornsten.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLNonTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.kit.SignInNeeded;
import org.hornsten.kit.Stale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Pages that exist in tests only: one with every tag, one for every way a page can fail. */
@Path("/trial")
@PermitAll
class TrialPages {
    private final Form form;

    TrialPages(Form form) {
        this.form = form;
    }

    record TrialForm(@RestForm @NotBlank @Size(max = 20) String words, @RestForm @NotBlank String mood,
                     @RestForm String pick, @RestForm List<String> needs, @RestForm String kind) {}

    @CheckedTemplate(basePath = "trial")
    record form(Instant at, Chart chart) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return page();
    }

    @POST
    public Response send(@BeanParam TrialForm sent) {
        if (form.refuses(sent)) return form.again(page());
        return Response.seeOther(URI.create("/help")).build();
    }

    @POST
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@RestForm String words,
            @RestForm("file") org.jboss.resteasy.reactive.multipart.FileUpload file) {
        return Response.ok(words + ":" + file.size()).build();
    }

    @GET
    @Path("failing/{how}")
    public String failing(@RestPath String how) throws Exception {
        throw failure(how);
    }

    @POST
    @Path("failing/{how}")
    public String failingAfterSending(@RestPath String how, @RestForm String words) throws Exception {
        throw failure(how);
    }

    static Exception failure(String how) {
        return switch (how) {
            case "missing" -> new Missing();
            case "refused" -> new Refused("words", "web:too_long", 20);
            case "stale" -> new Stale("web:problem_409_detail");
            case "sign-in" -> new SignInNeeded();
            case "database" -> new IllegalStateException(new SQLNonTransientConnectionException("gone"));
            default -> new IllegalStateException("planted");
        };
    }

    private static form page() {
        return new form(Instant.parse("2026-11-30T14:00:00Z"), new Chart("Most found it good", List.of(
                new Chart.Bar("Good", Optional.of(12)), new Chart.Bar("Neither", Optional.of(6)),
                new Chart.Bar("Bad", Optional.empty()))));
    }
}
