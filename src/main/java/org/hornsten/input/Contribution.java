package org.hornsten.input;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Beginning;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Hidden;
import org.hornsten.ledger.Turn;
import org.hornsten.project.Project;
import org.hornsten.project.Stage;
import org.hornsten.text.Quote;

/** What one person or body said once, in one channel, about one thing. Its words are never edited, only blanked. */
@Entity
public class Contribution extends PanacheEntity {
    public static final int LONGEST = 4000;
    /** Stands where personal words were; as long as they were, so that all places in the text stay right. */
    public static final String BLANK = "█";

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
    @Column(columnDefinition = "text") public String words;
    /** Opens the ledger's commitment to the words; gone when the words are. */
    public String salt;
    @Enumerated(EnumType.STRING) public Anonymity anonymity;
    /** Whether it is anonymous to everybody: it came out of the pool among others. Else it is only confidential. */
    public boolean mixed;
    @ManyToOne(fetch = FetchType.LAZY) public Person author;
    /** Missing where too few of a kind were asked. */
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
    @Embedded public Moderation moderation = new Moderation();
    @OneToMany(mappedBy = "contribution") @OrderBy("fromChar")
    public List<Viewpoint> viewpoints = new ArrayList<>();

    /** Keeps what was said, with one viewpoint over all of it until somebody splits it. */
    public static Contribution said(Project project, Saying saying, byte[] receipt) {
        return keep(new Contribution(project, saying), receipt);
    }

    /**
     * Keeps what comes out of the pool.
     *
     * @param publicId as its author was told it
     * @param mixed    whether it came among others
     */
    public static Contribution unnamed(Project project, String publicId, Saying saying, byte[] receipt, boolean mixed) {
        Contribution contribution = new Contribution(project, saying);
        contribution.publicId = publicId;
        contribution.mixed = mixed;
        return keep(contribution, receipt);
    }

    private static Contribution keep(Contribution contribution, byte[] receipt) {
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
        moderation = Moderation.of(project, saying);
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
                .list().stream().findFirst().orElseThrow(me::nothing);
    }

    /** The same for changing it: whoever comes second waits, and then sees what the first one did. */
    public static Contribution staffedToChange(Me me, String id) {
        getEntityManager().createNativeQuery("select id from contribution where public_id = ?1 for update")
                .setParameter(1, id).getResultList();
        return staffedBy(me, id);
    }

    /** For the one who said it, when it was not said anonymously. */
    public static Contribution saidBy(Me me, String id) {
        return Contribution.<Contribution>find("""
                from Contribution c join fetch c.project left join fetch c.viewpoints
                where c.publicId = ?1 and c.author.id = ?2 and ?3 in (0, c.project.id)""", id, me.id(), me.within())
                .list().stream().findFirst().orElseThrow(me::nothing);
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
        List<Quote.Place> taken = new ArrayList<>(viewpoints.stream().filter(v -> !v.automatic).map(Viewpoint::place)
                .toList());
        List<Quote.Place> places = new ArrayList<>();
        for (Cut cut : cuts) {
            places.add(place(cut, taken));
            taken.add(places.get(places.size() - 1));
        }
        automatic.forEach(this::drop);
        for (int i = 0; i < cuts.size(); i++)
            add(places.get(i).from(), places.get(i).to(), false, Viewpoint.topic(cuts.get(i).topic()));
        return new InputEvent.Split(ref(), cuts.size());
    }

    /** Words of one matter, and the topic they belong under; either may be missing in what was sent. */
    @Schema(name = "NewViewpoint")
    public record Cut(String exact, String topic) {}

    /** The first place with these words that is free. */
    private Quote.Place place(Cut cut, List<Quote.Place> taken) {
        String exact = cut.exact() == null ? "" : cut.exact().strip();
        if (exact.isEmpty()) throw new Refused("viewpoints", "input:viewpoint_empty");
        List<Quote.Place> places = new Utterance(words).places(exact);
        return places.stream()
                .filter(place -> taken.stream().noneMatch(t -> place.from() < t.to() && t.from() < place.to()))
                .findFirst().orElseThrow(() -> new Refused("viewpoints",
                        places.isEmpty() ? "input:viewpoint_not_said" : "input:viewpoint_overlaps", exact));
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

    /** Whether nothing of this place belongs to a viewpoint somebody marked. */
    public boolean free(Quote.Place place) {
        return viewpoints.stream().noneMatch(v -> !v.automatic && place.from() < v.toChar && v.fromChar < place.to());
    }

    /** How often these words stand there, whatever the width of the space between them. */
    public int times(String exact) {
        return new Utterance(words).times(exact);
    }

    /** The words as they stand there. */
    public String asSaid(String exact) {
        return new Utterance(words).asSaid(exact);
    }

    /** Puts a viewpoint under a topic; an empty one takes it out. */
    public InputEvent.Sorted sort(Viewpoint viewpoint, String topic) {
        viewpoint.topic = Viewpoint.topic(topic);
        return new InputEvent.Sorted(ref(), 1);
    }

    /** One of its viewpoints. */
    public Viewpoint viewpoint(String publicId) {
        return viewpoints.stream().filter(v -> v.publicId.equals(publicId)).findFirst()
                .orElseThrow(() -> new Refused("viewpoint", "input:viewpoint_unknown"));
    }

    /**
     * Blanks personal words for good: they are replaced in what is kept, not only hidden. The salt goes too, or the
     * ledger's commitment would let somebody try out what stood there.
     */
    public InputEvent.Masked mask(String exact) {
        String personal = exact == null ? "" : exact.strip();
        if (times(personal) == 0) throw new Refused("exact", "input:mask_not_said");
        String before = words;
        words = new Utterance(words).without(personal);
        masked = true;
        salt = null;
        viewpoints.stream().filter(v -> !v.place().of(before).equals(v.exact())).forEach(Viewpoint::judgeAnew);
        return new InputEvent.Masked(ref(), personal.length());
    }

    /** Sends what is no input to this project where it belongs by law; it stays here with the note that it went. */
    public InputEvent.Deflected deflect(Deflection to, String note, LocalDate today) {
        if (to == null) throw new Refused("to", "input:deflection_missing");
        if (deflectedTo != null) throw new Refused("to", "input:deflected_already");
        if (note != null && note.length() > LONGEST) throw new Refused("note", "input:words_long", LONGEST);
        deflectedTo = to;
        deflectionNote = note == null ? "" : note.strip();
        deflectedOn = today;
        return new InputEvent.Deflected(ref(), to);
    }

    /**
     * Others may read it now.
     *
     * @throws Refused when nothing keeps others from reading it, because an adult said it
     */
    public InputEvent.LetThrough letThrough(LocalDate today) {
        moderation.pass(today);
        return new InputEvent.LetThrough(ref());
    }

    /**
     * Only staff and its author may read it from now on.
     *
     * @throws Refused without a reason, and when an adult said it
     */
    public InputEvent.KeptBack keepBack(String reason, LocalDate today) {
        moderation.keepBack(reason, today);
        return new InputEvent.KeptBack(ref());
    }

    /** Its author takes it back: the words go, the fact that something was said and answered stays. */
    public InputEvent.Withdrawn withdraw(LocalDate today) {
        // staff may be masking it or sending it elsewhere at this moment
        Turn.alone(this);
        if (withdrawnOn != null) throw new Refused("input:withdrawn_already");
        withdrawnOn = today;
        forget();
        return new InputEvent.Withdrawn(ref());
    }

    /** Its time is over: words, name and salt go as when its author leaves; what is counted of it stays. */
    public InputEvent.Forgotten fade(LocalDate today) {
        erase(today);
        return new InputEvent.Forgotten(ref());
    }

    /** The words with what opens the ledger's commitment to them, while both are there. */
    public Optional<Hidden> hidden() {
        return Optional.ofNullable(salt).map(opens -> new Hidden(words, opens));
    }

    /** Its author leaves: words, name and salt go; the row, its counts and every answer stay. */
    public InputEvent.Erased erase(LocalDate today) {
        Turn.alone(this);
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
        moderation.forget();
        if (deflectionNote != null) deflectionNote = BLANK.repeat(deflectionNote.length());
        Message.about(this).forEach(message -> message.words = BLANK.repeat(message.words.length()));
    }

    public boolean gone() {
        return withdrawnOn != null || erasedOn != null;
    }

    /** Whether no answer of this project is waited for: its author took it back, or it went where it belongs. */
    public boolean settled() {
        return withdrawnOn != null || deflectedTo != null;
    }

    public boolean undecided() {
        return waiting() > 0;
    }

    /** How many of its viewpoints wait for an answer. */
    public long waiting() {
        return settled() ? 0 : viewpoints.stream().filter(v -> !v.decided).count();
    }

    /** Its first words, to tell it from others. */
    public String beginning() {
        return Beginning.of(words);
    }

    /** How it is kept, in the words its author was shown: a key. */
    public String told() {
        return anonymity.told(mixed);
    }

    /** As whom its author spoke, where that may stand beside the words: of an anonymous one it is only counted. */
    public Optional<PersonKind> spokenAs() {
        return anonymity == Anonymity.ANONYMOUS ? Optional.empty() : Optional.ofNullable(authorKind);
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
