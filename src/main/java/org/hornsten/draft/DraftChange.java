package org.hornsten.draft;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hornsten.diff.Change;
import org.hornsten.kit.Json;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Secrets;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;

/** One published difference between a version and the one before it, and why it was made. */
@Entity
public class DraftChange extends PanacheEntity {
    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Version version;
    public String language;
    public int position;
    public String changeKey;
    @Enumerated(EnumType.STRING) public Change.Kind kind;
    public String section;
    public String passage;
    @Convert(converter = Ids.class) @Column(columnDefinition = "longtext") public List<String> passages;
    @Column(columnDefinition = "mediumtext") public String beforeText;
    @Column(columnDefinition = "mediumtext") public String afterText;
    @Column(columnDefinition = "longtext") public Because because;
    /** False where it was published against the rule, and the reason is the one given for that. */
    public boolean explained;

    static DraftChange of(Version version, String language, int position, Change change, Because because,
            boolean explained) {
        DraftChange kept = new DraftChange();
        kept.publicId = PublicId.random();
        kept.version = version;
        kept.language = language;
        kept.position = position;
        kept.changeKey = change.key();
        kept.kind = change.kind();
        kept.section = change.section();
        kept.passage = change.passage();
        kept.passages = change.passages();
        kept.beforeText = change.before();
        kept.afterText = change.after();
        kept.because = because;
        kept.explained = explained;
        return kept;
    }

    public static List<DraftChange> of(Version version, String language) {
        return list("version = ?1 and language = ?2 order by position", version, language);
    }

    Why.Origin origin(int since, int from, int length) {
        return new Why.Origin(since, publicId, because.at(from, from + length));
    }

    /** Where a place in one of the passages stands in the text of this change, which may join several. */
    int place(Outline after, String in, int from) {
        int at = from;
        for (String id : kind == Change.Kind.SPLIT ? passages : List.<String>of()) {
            if (id.equals(in)) break;
            at += after.passage(id).map(Passage::text).map(text -> text.length() + 2).orElse(0);
        }
        return at;
    }

    /** Whether the words alone do not show it. */
    boolean unseen() {
        return passage.isEmpty() || kind == Change.Kind.SPLIT || kind == Change.Kind.MERGED || kind == Change.Kind.MOVED
                || beforeText.equals(afterText);
    }

    Why.Mark mark(int in) {
        return new Why.Mark(in, kind, section, passages,
                new Why.Origin(in, publicId, because.at(0, afterText.length())));
    }

    /** Changes when what it says changes: a link made to another text is suspect. */
    public String fingerprint() {
        return Secrets.hexFingerprint(kind + "\n" + beforeText + "\n" + afterText);
    }

    public Ref ref() {
        return new Ref("change", publicId);
    }

    @Immutable
    @Converter
    static class Ids extends Json<List<String>> {
        Ids() {
            super(new TypeReference<>() {});
        }
    }
}
