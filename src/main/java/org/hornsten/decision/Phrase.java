package org.hornsten.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Refused;
import org.hornsten.project.Project;

/** A reason worth using again, in the project's languages. */
@Entity
public class Phrase extends PanacheEntity {
    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    public Multilingual text;

    public static Phrase kept(Project project, Multilingual text) {
        if (text.isEmpty()) throw new Refused("text", "decision:phrase_missing");
        Phrase phrase = new Phrase();
        phrase.publicId = PublicId.random();
        phrase.project = project;
        phrase.text = text;
        phrase.persist();
        return phrase;
    }

    public static List<Phrase> of(Project project) {
        return list("project = ?1 order by id", project);
    }
}
