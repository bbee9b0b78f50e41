package org.hornsten.draft;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hornsten.text.Outline;

/** A version in one language, with where each of its words comes from; written once, read whole. */
@Entity
public class VersionText extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Version version;
    public String language;
    public Outline outline;
    public Why why;

    static VersionText of(Version version, String language, Outline outline, Why why) {
        VersionText text = new VersionText();
        text.version = version;
        text.language = language;
        text.outline = outline;
        text.why = why;
        text.persist();
        return text;
    }
}
