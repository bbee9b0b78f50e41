package org.hornsten.fee;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The claims of a project: its lead reads and decides them one by one. */
@Path("/projects/{slug}/claims")
@PermitAll
class ClaimsPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Shell shell;
    private final FeeNotices notices;
    private final Clock clock;

    ClaimsPages(Me me, Ledger ledger, Form form, Shell shell, FeeNotices notices, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.shell = shell;
        this.notices = notices;
        this.clock = clock;
    }

    /** Members are called by their number, and by name while it is open. */
    public record Names(Map<Long, Integer> numbers, Naming naming, Shell shell) {
        public String of(Person person) {
            int number = numbers.getOrDefault(person.id, 0);
            return naming.name(person).orElse(shell.say("project:member", number));
        }
    }

    @CheckedTemplate(basePath = "fee")
    record claims(Project project, List<Claim> items, List<Claims.Sum> sums, Names names, Filter filter)
            implements TemplateInstance {}

    /**
     * @param after the address of the next part, empty at the end
     * @param cost  what taking part has cost so far, whatever the filter
     */
    public record Filter(String state, String after, Cents cost) {}

    @CheckedTemplate(basePath = "fee")
    record decide(Claim claim, Terms terms, Names names, boolean own, String reference)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestPath String slug, @RestQuery Optional<String> state,
                                 @RestQuery Optional<String> after) {
        Project project = Project.ledBy(me, slug);
        Optional<Claim.State> one = state.flatMap(ClaimsPages::state);
        Claims.Part part = Claims.of(project, one, after.filter(from -> from.matches("\\d{1,18}"))
                .map(Long::parseLong).orElse(0L), Claims.SHOWN);
        String word = one.map(Enum::name).orElse("");
        String next = part.after().map(from -> project.path() + "/claims?state=" + word + "&after=" + from).orElse("");
        List<Claims.Sum> sums = Claims.sums(project);
        return new claims(project, part.items(), sums, names(project), new Filter(word, next, Claims.cost(sums)));
    }

    @GET
    @Path("{claim}")
    public TemplateInstance show(@RestPath String slug, @RestPath("claim") String id) {
        return page(claim(slug, id));
    }

    @POST
    @Path("{claim}/decision")
    @Kept
    @Tells(Done.SAVED)
    public Response decide(@RestPath String slug, @RestPath("claim") String id, @BeanParam DecisionForm typed) {
        Claim claim = claim(slug, id);
        if (form.refuses(typed)) return form.again(page(claim));
        try {
            ledger.keep(me, claim.decide(me.known(), typed.verdict(), FeeForm.text(typed.reason()), clock.instant()));
            if (claim.granted() && !FeeForm.text(typed.payrollReference()).isEmpty())
                claim.reference(PayrollReference.typed(typed.payrollReference())).ifPresent(kept ->
                        ledger.keep(me, kept));
            notices.tell(claim);
            return Response.seeOther(URI.create(claim.deskPath())).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(claim));
        }
    }

    @POST
    @Path("{claim}/reference")
    @Kept
    @Tells(Done.SAVED)
    public Response reference(@RestPath String slug, @RestPath("claim") String id,
                              @RestForm Optional<String> payrollReference) {
        Claim claim = claim(slug, id);
        try {
            claim.reference(PayrollReference.typed(payrollReference.orElse("")))
                    .ifPresent(kept -> ledger.keep(me, kept));
            return Response.seeOther(URI.create(claim.deskPath())).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(claim));
        }
    }

    static Optional<Claim.State> state(String typed) {
        return Arrays.stream(Claim.State.values()).filter(Claims.SENT::contains)
                .filter(one -> one.name().equalsIgnoreCase(typed)).findFirst();
    }

    private Claim claim(String slug, String id) {
        Project project = Project.ledBy(me, slug);
        Claim claim = Claim.ledBy(me, id);
        if (!claim.project.equals(project)) throw me.nothing();
        return claim;
    }

    private decide page(Claim claim) {
        return new decide(claim, Terms.of(claim.workshop, Membership.kindOf(claim.project,
                claim.person)), names(claim.project), claim.person.id == me.id(),
                Claims.knownReference(claim).orElse(""));
    }

    private Names names(Project project) {
        return new Names(Claims.numbers(project), Naming.of(me, clock.instant()), shell);
    }
}
