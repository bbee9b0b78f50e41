package org.hornsten.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.project.Project;

/** A reason worth using again, in the project's languages. */
@Entity
public class Phrase extends PanacheEntity {
    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @Column(columnDefinition = "longtext") public Multilingual text;

    public static Phrase kept(Project project, Multilingual text) {
        if (text.isEmpty()) throw new Refused("text", "decision:phrase_missing");
        if (text.longest() > 4000) throw new Refused("text", "decision:reason_long", 4000);
        Phrase phrase = new Phrase();
        phrase.publicId = PublicId.random();
        phrase.project = project;
        phrase.text = text;
        phrase.persist();
        return phrase;
    }

    public static Optional<Phrase> of(Project project, String publicId) {
        return find("project = ?1 and publicId = ?2", project, publicId).firstResultOptional();
    }

    void blank(Echo echo) {
        text = echo.blanked(text);
    }

    public Ref ref() {
        return new Ref("phrase", publicId);
    }

    public static List<Phrase> of(Project project) {
        return list("project = ?1 order by id", project);
    }
}
