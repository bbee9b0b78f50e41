package org.hornsten.link;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;

/**
 * That somebody asked for a new link at some address. Whose it is, or whether it is anybody's, is looked up later and
 * elsewhere, so that neither the answer nor its delay tells.
 */
@Entity
class LinkWish extends PanacheEntity {
    private static final String PURPOSE = "link wish";
    private static final int A_DAY = 3;
    private static final int WAITING = 2_000;

    public byte[] mark;
    /** Missing once it was looked at. */
    public byte[] sealed;
    public Instant at;

    /** Takes it down, unless somebody floods the house with them. */
    static void of(String email, Secrets secrets, Instant now) {
        if (count("sealed is not null") >= WAITING) return;
        String plain = email.strip().toLowerCase(Locale.ROOT);
        LinkWish wish = new LinkWish();
        wish.mark = secrets.mark(PURPOSE, plain);
        wish.sealed = Seal.close(secrets.key(PURPOSE), plain.getBytes(StandardCharsets.UTF_8));
        wish.at = now;
        wish.persist();
    }

    /** The next one, for one worker only. */
    static Optional<LinkWish> next() {
        List<?> ids = getEntityManager().createNativeQuery("""
                select id from link_wish where sealed is not null order by id limit 1 for update skip locked""")
                .getResultList();
        return ids.stream().findFirst().map(id -> findById(((Number) id).longValue()));
    }

    /** The address, to be looked at once; nothing when too many were asked for at it within a day. */
    Optional<String> open(Secrets secrets) {
        byte[] closed = sealed;
        sealed = null;
        return count("mark = ?1 and id < ?2", mark, id) >= A_DAY ? Optional.empty()
                : Optional.of(new String(Seal.open(secrets.key(PURPOSE), closed), StandardCharsets.UTF_8));
    }

    static void forgetBefore(Instant then) {
        delete("sealed is null and at < ?1", then);
    }
}
