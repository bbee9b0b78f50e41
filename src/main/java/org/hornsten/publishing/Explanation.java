package org.hornsten.publishing;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Optional;
import org.hornsten.diff.Change;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;

/** What the author says about one change of the working copy, until it is published. */
@Entity
public class Explanation extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Draft draft;
    public String language;
    public String changeKey;
    /** The new text it was said about: places of single words hold for this text only. */
    @Column(columnDefinition = "mediumtext") public String afterText;
    @Column(columnDefinition = "longtext") public Because because;

    static void keep(Draft draft, String language, Change change, Because because) {
        Explanation explanation = Explanation.<Explanation>find("draft = ?1 and language = ?2 and changeKey = ?3",
                draft, language, change.key()).firstResultOptional().orElseGet(Explanation::new);
        explanation.draft = draft;
        explanation.language = language;
        explanation.changeKey = change.key();
        explanation.afterText = change.after();
        explanation.because = because;
        explanation.persist();
    }

    /**
     * A decision was revised: reasons not yet published follow to the one that holds, as long as it still means to
     * change something. Else they go, and the changes wait for another reason.
     */
    static void follow(String before, Optional<String> after) {
        Explanation.<Explanation>list("""
                draft.project = (select d.project from Decision d where d.publicId = ?1)""", before).stream()
                .filter(explanation -> explanation.because.decisions().contains(before))
                .forEach(explanation -> explanation.because = explanation.because.instead(before, after));
    }

    /**
     * What it says about the change as it reads now: words pointed out in another text are not pointed out any
     * more.
     */
    Because about(Change change) {
        return change.after().equals(afterText) ? because : because.withoutParts();
    }
}
