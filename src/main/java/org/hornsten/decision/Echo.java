package org.hornsten.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.project.Project;
import org.hornsten.text.Quote;

/** A place in what staff wrote that may quote somebody who was erased. It waits until a lead has looked at it. */
@Entity
public class Echo extends PanacheEntity {
    /** In which words of staff it stands. */
    @Schema(name = "QuoteField")
    public enum Field { REASON, ACTION, ACTION_BY, PHRASE }

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @Enumerated(EnumType.STRING) public Field field;
    public String aboutId;
    public String language;
    public int fromChar;
    public int toChar;
    public LocalDate foundOn;
    public LocalDate settledOn;

    static Echo heard(Project project, Field field, String aboutId, String language, Quote.Place place,
            LocalDate today) {
        Echo echo = new Echo();
        echo.publicId = PublicId.random();
        echo.project = project;
        echo.field = field;
        echo.aboutId = aboutId;
        echo.language = language;
        echo.fromChar = place.from();
        echo.toChar = place.to();
        echo.foundOn = today;
        echo.persist();
        return echo;
    }

    /** Those nobody has looked at yet, oldest first. */
    static List<Echo> waiting(Project project) {
        return list("project = ?1 and settledOn is null order by id", project);
    }

    static Optional<Echo> waiting(Project project, String publicId) {
        return find("project = ?1 and publicId = ?2 and settledOn is null", project, publicId).firstResultOptional();
    }

    /** Somebody has looked: the words go where they are theirs, and stay where they are nobody's. */
    DecisionEvent.Settled settled(boolean theirs, LocalDate today) {
        if (theirs && field == Field.PHRASE) Phrase.of(project, aboutId).orElseThrow().blank(this);
        else if (theirs) Decision.of(project, aboutId).orElseThrow().blank(this);
        settledOn = today;
        return new DecisionEvent.Settled(about(), theirs);
    }

    Multilingual blanked(Multilingual text) {
        return text.exactly(language).map(words -> text.with(language, blanked(words))).orElse(text);
    }

    String blanked(String words) {
        return words.substring(0, fromChar) + Contribution.BLANK.repeat(toChar - fromChar) + words.substring(toChar);
    }

    Ref about() {
        return new Ref(field == Field.PHRASE ? "phrase" : "decision", aboutId);
    }
}
