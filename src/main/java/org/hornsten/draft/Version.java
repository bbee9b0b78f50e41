package org.hornsten.draft;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.project.Stage;

/** One published state of a draft, in all its languages; the database refuses to change it. */
@Entity
public class Version extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Draft draft;
    public int number;
    public Instant publishedAt;
    @ManyToOne(fetch = FetchType.LAZY) public Person publishedBy;
    @Enumerated(EnumType.STRING) public Stage stage;
    /** Why it was published although changes were not explained; empty as a rule. */
    public String overrideReason;
    @OneToMany(mappedBy = "version") public List<VersionText> texts = new ArrayList<>();
    @OneToOne(mappedBy = "version", fetch = FetchType.LAZY) public Round round;

    public static Optional<Version> newestOf(Draft draft) {
        return find("from Version v left join fetch v.round where v.draft = ?1 order by v.number desc", draft)
                .firstResultOptional();
    }

    public static Optional<Version> of(Draft draft, int number) {
        return find("from Version v left join fetch v.round where v.draft = ?1 and v.number = ?2", draft, number)
                .firstResultOptional();
    }

    /** Newest first. */
    public static List<Version> of(Draft draft) {
        return list("from Version v left join fetch v.round where v.draft = ?1 order by v.number desc", draft);
    }

    public Optional<VersionText> text(String language) {
        return Optional.ofNullable(Shelf.of(this).get(language));
    }

    public List<String> languages() {
        return List.copyOf(Shelf.of(this).keySet());
    }

    public Ref ref() {
        return new Ref("version", draft.publicId + "/" + number);
    }

    public String path() {
        return draft.path() + "/versions/" + number;
    }
}
