package org.hornsten.input;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.List;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Secrets;
import org.hornsten.project.Project;

/** The smallest thing that can be answered: a span of what was said. */
@Entity
public class Viewpoint extends PanacheEntity {
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

    public void answered() {
        decided = true;
    }

    public void putUnder(String topic) {
        this.topic = topic.strip();
    }

    public String exact() {
        return contribution.words.substring(fromChar, toChar);
    }

    /** After words were blanked inside: an answer given to the old ones must be looked at again. */
    void judgeAnew() {
        fingerprint = Secrets.hexFingerprint(exact());
    }

    public Ref ref() {
        return new Ref("viewpoint", publicId);
    }
}
