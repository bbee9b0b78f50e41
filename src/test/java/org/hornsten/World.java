package org.hornsten;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.diff.Change;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.draft.WorkingText;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Saying;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Secrets;
import org.hornsten.kit.Time;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Target;
import org.hornsten.panel.Term;
import org.hornsten.project.Level;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.project.Stage;
import org.hornsten.publishing.Explanations;
import org.hornsten.publishing.Publication;
import org.hornsten.recruitment.CallPlan;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.text.Markdown;
import org.hornsten.text.Quote;

/** People and things by name, made through the product's own verbs, for tests that begin in the middle. */
public final class World {
    public static final String TEXT = """
            # En modell på prov

            ## Första kontakten

            Numret är öppet vardagar klockan 9–14.

            Vi ringer tillbaka så snart vi hinner.

            ## Planen

            Klienten får en plan med namn och nummer.

            - Planen skickas hem.
            - Planen kan läsas på webben.
            """;

    private World() {}

    public static Person lena() {
        return person("lead", "Lena", Role.LEAD, PersonKind.PROFESSIONAL, "sv");
    }

    public static Person linus() {
        return person("lead2", "Linus", Role.LEAD, PersonKind.PROFESSIONAL, "sv");
    }

    public static Person alva() {
        return person("admin", "Alva", Role.ADMINISTRATOR, PersonKind.PROFESSIONAL, "sv");
    }

    public static Person fanny() {
        return person("facilitator", "Fanny", Role.FACILITATOR, PersonKind.PROFESSIONAL, "sv");
    }

    public static Person pekka() {
        return person("panelist", "Pekka", Role.PARTICIPANT, PersonKind.PANEL_MEMBER, "fi");
    }

    public static Person aino() {
        return person("council", "Aino", Role.PARTICIPANT, PersonKind.COUNCIL_REPRESENTATIVE, "sv");
    }

    public static Person oskar() {
        return person("outsider", "Oskar", Role.PARTICIPANT, PersonKind.CUSTOMER, "sv");
    }

    private static Person person(String userName, String name, Role role, PersonKind kind, String language) {
        return act(() -> Person.called(userName).orElseGet(() -> Person.named(name, userName, role, kind, language)));
    }

    /** Led by Lena, with Fanny as facilitator and Pekka and Aino taking part; closed to all others. */
    public static Project project() {
        Person lena = lena();
        List<Person> members = List.of(fanny(), pekka(), aino());
        return act(() -> {
            String slug = "prov-" + UUID.randomUUID().toString().substring(0, 8);
            Project project = Project.setUp(lena,
                    new Project.Plan(slug, Multilingual.of("Provprojekt", "Koehanke", "Trial"),
                    Multilingual.none(), Level.CONSULT, Multilingual.none(), Stage.DRAFT, List.of("sv", "fi"),
                    List.of(), false), today());
            members.forEach(member -> Membership.of(project, member,
                    member.staff() ? Membership.Role.FACILITATOR : Membership.Role.PARTICIPANT, member.kind));
            return project;
        });
    }

    /** A draft of that project, never published. */
    public static Draft draft(Project project) {
        return act(() -> Draft.begun(project, Multilingual.none(), "sv", Markdown.read(TEXT)));
    }

    /** Published once, its round open without end. */
    public static Draft openDraft() {
        return openDraft(Anonymity.PSEUDONYM);
    }

    public static Draft openDraft(Anonymity anonymity) {
        Draft draft = draft(project());
        publish(draft, anonymity);
        return draft;
    }

    public static Draft closedDraft() {
        Draft draft = openDraft();
        act(() -> Publication.close(again(draft), "", Clock.systemUTC()));
        return draft;
    }

    public static int publish(Draft draft, Anonymity anonymity) {
        return act(() -> Publication.publish(again(draft), lena(), new Round.Terms(null, null, List.of(
                new Round.Criterion("clear", Multilingual.of("Tydlig", "Selkeä", "Clear")),
                new Round.Criterion("useful", Multilingual.of("Nyttig", "Hyödyllinen", "Useful"))), anonymity), "",
                Clock.systemUTC()).number());
    }

    /** Changes the Swedish working copy by replacing words of it; the changes are not explained yet. */
    public static List<Change> rewrite(Draft draft, String before, String after) {
        return act(() -> {
            WorkingText text = WorkingText.of(again(draft), "sv").orElseThrow();
            text.replace(Markdown.read(Markdown.write(text.outline).replace(before, after)), text.edition);
            return text.changes();
        });
    }

    public static void explain(Draft draft, Change change, Because because) {
        act(() -> Explanations.of(again(draft)).explain("sv", change.key(), because));
    }

    /** The next version, one sentence changed for that decision. */
    public static int publishNext(Draft draft, Decision decision) {
        List<Change> changes = rewrite(draft, "så snart vi hinner", "senast följande vardag");
        changes.forEach(change -> explain(draft, change, Because.decided(List.of(decision.publicId))));
        return publish(draft, Anonymity.PSEUDONYM);
    }

    /** Pekka's words about the second passage. */
    public static Contribution said(Draft draft, String words) {
        Person pekka = pekka();
        return act(() -> {
            Draft loaded = again(draft);
            var passage = loaded.newest().orElseThrow().text("sv").orElseThrow().outline.passages().get(1);
            return new Remark(loaded.newest().orElseThrow().number, "sv", "", passage.id(),
                    new Quote("", "", ""), Saying.Kind.COMMENT, words, Channel.WEB, null, today()).by(loaded,
                    new Remark.Speaker(Optional.of(pekka), pekka.kind, "Panelisten", 1, Optional.empty()),
                    new Random().ints(32, 0, 256).collect(ByteArrayOutputStream::new,
                            ByteArrayOutputStream::write, (a, b) -> { }).toByteArray());
        });
    }

    /** Lena's answer to all viewpoints of it. */
    public static Decision decided(Contribution contribution, Disposition disposition) {
        return act(() -> {
            Contribution said = Contribution.findById(contribution.id);
            return Decision.made(said.project, lena(), List.copyOf(Viewpoint.of(said.project,
                    said.viewpoints.stream().map(v -> v.publicId).toList())), new Decision.Answer(disposition,
                    Multilingual.of("Vi lovar en dag.", "Lupaamme päivän.", ""), disposition == Disposition.LATER
                    ? today().plusMonths(3) : null, null), today());
        });
    }

    /** A customer panel of the project with twenty seats, and no wishes. */
    public static Panel panel(Project project) {
        return panel(project, 20, Target.NONE);
    }

    public static Panel panel(Project project, int size, Target target) {
        return act(() -> Panel.founded(Project.findById(project.id), new Panel.Plan(Panel.Kind.CUSTOMER_PANEL,
                Multilingual.of("Klientrådet", "Asiakasraati", "Customer panel"), Term.usual(today()), size, target,
                null, 16, null)));
    }

    /** The project's call, open for a week; its lot decides on five places. */
    public static OpenCall openCall(Project project) {
        return act(() -> OpenCall.of(Project.<Project>findById(project.id)).stream().findFirst())
                .orElseGet(() -> openCall(panel(project), OpenCall.Method.DRAW, 5));
    }

    public static OpenCall openCall(Panel panel, OpenCall.Method method, int places) {
        return act(() -> OpenCall.announced(Panel.<Panel>find("from Panel pa join fetch pa.project where pa.id = ?1",
                panel.id).firstResult(), new CallPlan(
                Multilingual.of("Säg hur vården borde bli.", "Kerro, millaista hoidon pitäisi olla.", ""),
                Multilingual.none(), Multilingual.none(), Time.now().minusSeconds(3600), Time.now().plusSeconds(604_800),
                16, null, places, 3, method, true, true, Multilingual.none(), 30),
                Arc.container().instance(Secrets.class).get()));
    }

    public static Draft again(Draft draft) {
        return Draft.findById(draft.id);
    }

    public static LocalDate today() {
        return Time.day(Time.now());
    }

    public static <T> T act(Supplier<T> verb) {
        return QuarkusTransaction.requiringNew().call(verb::get);
    }
}
