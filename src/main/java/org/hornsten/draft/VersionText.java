package org.hornsten.draft;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hornsten.kit.Ref;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;

/** A version in one language, with where each of its words comes from; written once, read whole. */
@Entity
public class VersionText extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Version version;
    public String language;
    @Column(columnDefinition = "longtext") public Outline outline;
    @Column(columnDefinition = "longtext") public Why why;
    @Transient private final Map<String, Layout.Setting> settings = new ConcurrentHashMap<>();

    /** A draft's version in one language, or in its main one, as something said points at it. */
    public static Optional<VersionText> about(Ref draft, int version, String language) {
        return find("""
                from VersionText t join fetch t.version v join fetch v.draft d left join fetch v.round
                where d.publicId = ?1 and v.number = ?2 and t.language in (?3, d.language)
                order by case t.language when ?3 then 1 else 2 end""",
                draft.kind().equals("draft") ? draft.id() : "", version, language).firstResultOptional();
    }

    /** Made once for as long as this text stays in memory. */
    public Layout.Setting setting(Passage passage) {
        return settings.computeIfAbsent(passage.id(), id -> Layout.Setting.of(passage));
    }

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
