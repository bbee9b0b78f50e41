package org.hornsten.handout;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Turn;
import org.hornsten.workshop.Workshop;

/** A file for who comes to a workshop. It can be taken away until the workshop begins, and stays from then on. */
@Entity
public class Handout extends PanacheEntity {
    static final int MOST = 20;
    static final int LONGEST_TITLE = 200;

    /** What the file is, by what stands in it. */
    public enum Kind {
        PDF("pdf", "application/pdf"),
        WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        PNG("png", "image/png"),
        JPEG("jpg", "image/jpeg");

        final String end;
        final String type;

        Kind(String end, String type) {
            this.end = end;
            this.type = type;
        }
    }

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Workshop workshop;
    public String title;
    /** Of what stands in it. */
    public String language;
    @Enumerated(EnumType.STRING) public Kind kind;
    /** In bytes. */
    public int size;
    public boolean largePrint;
    public boolean easyLanguage;
    public Instant addedAt;

    /** What somebody says of the file. */
    record Label(String title, String language, boolean largePrint, boolean easyLanguage) {
        Label {
            title = title == null ? "" : title.strip();
        }

        private void check() {
            if (title.isEmpty()) throw new Refused("title", "handout:title_missing");
            if (title.length() > LONGEST_TITLE) throw new Refused("title", "handout:title_long", LONGEST_TITLE);
            if (!Multilingual.LANGUAGES.contains(language)) throw new Refused("language", "handout:language_unknown");
        }
    }

    /** Lays a file ready. One after the other, so that there are never more than there may be. */
    static Handout laid(Workshop workshop, Label label, Brought file, Instant now) {
        label.check();
        Turn.alone(workshop);
        if (workshop.cancelled()) throw new Refused("workshop:cancelled_told");
        if (count("workshop", workshop) >= MOST) throw new Refused("file", "handout:files_many", MOST);
        Handout laid = new Handout();
        laid.publicId = PublicId.random();
        laid.workshop = workshop;
        laid.title = label.title();
        laid.language = label.language();
        laid.kind = file.kind();
        laid.size = file.bytes().length;
        laid.largePrint = label.largePrint();
        laid.easyLanguage = label.easyLanguage();
        laid.addedAt = now;
        laid.persist();
        new Content(laid.id, file.bytes()).persist();
        return laid;
    }

    HandoutEvent.Brought brought() {
        return new HandoutEvent.Brought(ref(), workshop.ref(), kind, size);
    }

    /** In the order they came. */
    static List<Handout> of(Workshop workshop) {
        return list("workshop = ?1 order by id", workshop);
    }

    static Handout of(Workshop workshop, String publicId) {
        return Handout.<Handout>find("workshop = ?1 and publicId = ?2", workshop, publicId).firstResultOptional()
                .orElseThrow(Missing::new);
    }

    byte[] bytes() {
        return Content.<Content>findById(id).bytes;
    }

    /** Afterwards it belongs to what the people in the room had before them. */
    HandoutEvent.TakenAway takeAway() {
        Turn.alone(workshop);
        if (!workshop.coming && !workshop.cancelled()) throw new Refused("handout:stays");
        Content.deleteById(id);
        delete();
        return new HandoutEvent.TakenAway(ref(), workshop.ref());
    }

    /** As which it is saved: its title in plain signs, for every system can write those. */
    String fileName() {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "file" : plain) + "." + kind.end;
    }

    public String path() {
        return workshop.path() + "/handouts/" + publicId;
    }

    private Ref ref() {
        return new Ref("handout", publicId);
    }
}
