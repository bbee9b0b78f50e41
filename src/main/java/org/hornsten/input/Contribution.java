package org.hornsten.input;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.project.Project;
import org.hornsten.project.Stage;
import org.hornsten.text.Quote;

/** What one person or body said once, in one channel, about one thing. Its words are never edited, only blanked. */
@Entity
public class Contribution extends PanacheEntity {
    public static final int LONGEST = 4000;
    /** Stands where personal words were; as long as they were, so that all places in the text stay right. */
    private static final String BLANK = "█";

    public enum Deflection { STATUTORY_REMINDER, COMPLAINT, OWN_CARE }

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    public String aboutKind;
    public String aboutId;
    public int version;
    public String section;
    public String passage;
    public String quoteExact = "";
    public String quotePrefix = "";
    public String quoteSuffix = "";
    @Enumerated(EnumType.STRING) public Channel channel;
    @Enumerated(EnumType.STRING) public Saying.Kind kind;
    public String language;
    public String words;
    /** Opens the ledger's commitment to the words; gone when the words are. */
    public String salt;
    @Enumerated(EnumType.STRING) public Anonymity anonymity;
    @ManyToOne(fetch = FetchType.LAZY) public Person author;
    @Enumerated(EnumType.STRING) public PersonKind authorKind;
    public String authorName;
    /** The author's number in the project, where a made-up name is all others see. */
    public Integer authorNumber;
    @ManyToOne(fetch = FetchType.LAZY) public Person typedBy;
    @Enumerated(EnumType.STRING) public Stage stage;
    public LocalDate receivedOn;
    public byte[] receipt;
    public boolean masked;
    public LocalDate withdrawnOn;
    public LocalDate erasedOn;
    @Enumerated(EnumType.STRING) public Deflection deflectedTo;
    public String deflectionNote;
    public LocalDate deflectedOn;
    @OneToMany(mappedBy = "contribution") @OrderBy("fromChar")
    public List<Viewpoint> viewpoints = new ArrayList<>();

    /** Keeps what was said, with one viewpoint over all of it until somebody splits it. */
    public static Contribution said(Project project, Saying saying, byte[] receipt) {
        if (saying.words().words().isBlank()) throw new Refused("words", "input:words_missing");
        if (saying.words().words().length() > LONGEST) throw new Refused("words", "input:words_long", LONGEST);
        Contribution contribution = new Contribution(project, saying);
        contribution.receipt = receipt;
        contribution.persist();
        contribution.add(0, contribution.words.length(), true, "");
        return contribution;
    }

    protected Contribution() {}

    private Contribution(Project project, Saying saying) {
        publicId = PublicId.random();
        this.project = project;
        aboutKind = saying.about().kind();
        aboutId = saying.about().id();
        version = saying.version();
        section = saying.section();
        passage = saying.passage();
        saying.quote().ifPresent(this::quote);
        channel = saying.channel();
        kind = saying.kind();
        language = saying.language();
        words = saying.words().words();
        salt = saying.words().salt();
        anonymity = saying.anonymity();
        author = anonymity == Anonymity.ANONYMOUS ? null : saying.author().orElse(null);
        authorKind = saying.authorKind();
        authorName = anonymity == Anonymity.ANONYMOUS ? "" : saying.authorName();
        authorNumber = anonymity == Anonymity.PSEUDONYM && saying.authorNumber() > 0 ? saying.authorNumber() : null;
        typedBy = saying.typedBy().orElse(null);
        stage = project.stage;
        receivedOn = saying.receivedOn();
    }

    private void quote(Quote quote) {
        quoteExact = quote.exact();
        quotePrefix = quote.prefix();
        quoteSuffix = quote.suffix();
    }

    public Optional<Quote> quote() {
        return quoteExact.isEmpty() ? Optional.empty()
                : Optional.of(new Quote(quoteExact, quotePrefix, quoteSuffix));
    }

    /** For the people who work through what was said. */
    public static Contribution staffedBy(Me me, String id) {
        return Contribution.<Contribution>find("""
                from Contribution c join fetch c.project left join fetch c.viewpoints
                where c.publicId = ?1 and exists (select 1 from Membership m
                  where m.project = c.project and m.person.id = ?2 and m.role in ('LEAD', 'FACILITATOR'))""", id, me.id())
                .firstResultOptional().orElseThrow(me::nothing);
    }

    /** For the one who said it, when it was not said anonymously. */
    public static Contribution saidBy(Me me, String id) {
        return Contribution.<Contribution>find("""
                from Contribution c join fetch c.project left join fetch c.viewpoints
                where c.publicId = ?1 and c.author.id = ?2""", id, me.id())
                .firstResultOptional().orElseThrow(me::nothing);
    }

    /**
     * Marks the matters inside the words. The automatic viewpoint over the whole gives way to the first ones marked.
     *
     * @throws Refused when words are not there, overlap another viewpoint, or the whole was answered already
     */
    public InputEvent.Split split(List<Cut> cuts) {
        if (cuts.isEmpty()) throw new Refused("viewpoints", "input:viewpoints_missing");
        List<Viewpoint> automatic = viewpoints.stream().filter(v -> v.automatic).toList();
        if (automatic.stream().anyMatch(v -> v.decided)) throw new Refused("viewpoints", "input:whole_answered");
        automatic.forEach(this::drop);
        cuts.forEach(this::cut);
        return new InputEvent.Split(ref(), cuts.size());
    }

    /** Words of one matter, and the topic they belong under. */
    public record Cut(String exact, String topic) {}

    private void cut(Cut cut) {
        String exact = cut.exact() == null ? "" : cut.exact().strip();
        if (exact.isEmpty()) throw new Refused("viewpoints", "input:viewpoint_empty");
        int from = words.indexOf(exact);
        if (from < 0) throw new Refused("viewpoints", "input:viewpoint_not_said", exact);
        while (from >= 0 && overlapped(from, from + exact.length())) from = words.indexOf(exact, from + 1);
        if (from < 0) throw new Refused("viewpoints", "input:viewpoint_overlaps", exact);
        add(from, from + exact.length(), false, cut.topic() == null ? "" : cut.topic().strip());
    }

    private boolean overlapped(int from, int to) {
        return viewpoints.stream().anyMatch(v -> from < v.toChar && v.fromChar < to);
    }

    private Viewpoint add(int from, int to, boolean automatic, String topic) {
        Viewpoint viewpoint = new Viewpoint(this, from, to, automatic, topic);
        viewpoint.persist();
        viewpoints.add(viewpoint);
        return viewpoint;
    }

    private void drop(Viewpoint viewpoint) {
        viewpoints.remove(viewpoint);
        viewpoint.delete();
    }

    /** Takes a mark back; when it was the last, the whole is one viewpoint again. */
    public InputEvent.Joined join(Viewpoint viewpoint) {
        if (viewpoint.decided) throw new Refused("viewpoints", "input:viewpoint_answered");
        drop(viewpoint);
        if (viewpoints.isEmpty()) add(0, words.length(), true, "");
        return new InputEvent.Joined(ref(), viewpoint.ref());
    }

    /** Blanks personal words for good: they are replaced in what is kept, not only hidden. */
    public InputEvent.Masked mask(String exact) {
        String personal = exact == null ? "" : exact.strip();
        if (personal.isEmpty() || !words.contains(personal)) throw new Refused("exact", "input:mask_not_said");
        words = words.replace(personal, BLANK.repeat(personal.length()));
        masked = true;
        viewpoints.forEach(Viewpoint::judgeAnew);
        return new InputEvent.Masked(ref(), personal.length());
    }

    /** Sends what is no input to this project where it belongs by law; it stays here with the note that it went. */
    public InputEvent.Deflected deflect(Deflection to, String note, LocalDate today) {
        if (deflectedTo != null) throw new Refused("to", "input:deflected_already");
        deflectedTo = to;
        deflectionNote = note;
        deflectedOn = today;
        return new InputEvent.Deflected(ref(), to);
    }

    /** Its author takes it back: the words go, the fact that something was said and answered stays. */
    public InputEvent.Withdrawn withdraw(LocalDate today) {
        if (withdrawnOn != null) throw new Refused("input:withdrawn_already");
        withdrawnOn = today;
        forget();
        return new InputEvent.Withdrawn(ref());
    }

    /** Its author leaves: words, name and salt go; the row, its counts and every answer stay. */
    public InputEvent.Erased erase(LocalDate today) {
        erasedOn = today;
        author = null;
        authorName = "";
        authorNumber = null;
        forget();
        return new InputEvent.Erased(ref());
    }

    // Blanked to the same length, so that viewpoints keep their places and every count its value.
    private void forget() {
        words = BLANK.repeat(words.length());
        salt = null;
    }

    public boolean gone() {
        return withdrawnOn != null || erasedOn != null;
    }

    public boolean undecided() {
        return viewpoints.stream().anyMatch(v -> !v.decided);
    }

    public Ref about() {
        return new Ref(aboutKind, aboutId);
    }

    public Ref ref() {
        return new Ref("contribution", publicId);
    }

    public String path() {
        return "/contributions/" + publicId;
    }
}
