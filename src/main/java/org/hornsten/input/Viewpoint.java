package org.hornsten.input;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.List;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.project.Project;
import org.hornsten.text.Quote;

/** The smallest thing that can be answered: a span of what was said. */
@Entity
public class Viewpoint extends PanacheEntity {
    public static final int LONGEST_TOPIC = 100;

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Contribution contribution;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    /** Where it begins and ends in the words, in chars, the end not included. */
    public int fromChar;
    public int toChar;
    public boolean automatic;
    public String topic;
    public boolean decided;
    /** Of the words as they were last judged; a link that remembers another one is suspect. */
    public String fingerprint;
    public LocalDate receivedOn;

    protected Viewpoint() {}

    Viewpoint(Contribution contribution, int from, int to, boolean automatic, String topic) {
        publicId = PublicId.random();
        this.contribution = contribution;
        project = contribution.project;
        receivedOn = contribution.receivedOn;
        fromChar = from;
        toChar = to;
        this.automatic = automatic;
        this.topic = topic;
        judgeAnew();
    }

    /** Those of one project, with what they are part of; others are not found. */
    public static List<Viewpoint> of(Project project, List<String> publicIds) {
        return list("from Viewpoint v join fetch v.contribution where v.project = ?1 and v.publicId in ?2 order by v.id",
                project, publicIds);
    }

    /** The same to be answered: whoever comes second waits, and then sees the answer of the first one. */
    public static List<Viewpoint> toAnswer(Project project, List<String> publicIds) {
        return Viewpoint.<Viewpoint>find(
                "from Viewpoint v join fetch v.contribution where v.project = ?1 and v.publicId in ?2 order by v.id",
                project, publicIds).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    public void answered() {
        decided = true;
    }

    static String topic(String typed) {
        String topic = typed == null ? "" : typed.strip();
        if (topic.length() > LONGEST_TOPIC) throw new Refused("topic", "input:topic_long", LONGEST_TOPIC);
        return topic;
    }

    public Quote.Place place() {
        return new Quote.Place(fromChar, toChar);
    }

    public String exact() {
        return contribution.words.substring(fromChar, toChar);
    }

    /**
     * After words were blanked inside: an answer given to the old ones must be looked at again. Salted, so that a
     * fingerprint that outlives its words tells nobody whether a guess of them is right.
     */
    void judgeAnew() {
        fingerprint = Secrets.hexFingerprint(contribution.salt == null ? PublicId.random()
                : contribution.salt + "\n" + exact());
    }

    /** Where staff work on it. */
    public String path() {
        return contribution.path() + "?viewpoint=" + publicId;
    }

    public Ref ref() {
        return new Ref("viewpoint", publicId);
    }
}
