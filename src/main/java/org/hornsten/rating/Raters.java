package org.hornsten.rating;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.draft.Version;
import org.hornsten.identity.Person;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** The marks under which people's ratings are kept, so that one person has one score. */
@ApplicationScoped
public class Raters implements Own {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MARK = 32;

    private final Secrets secrets;

    Raters(Secrets secrets) {
        this.secrets = secrets;
    }

    // Another mark for each version, so that marks do not tell who rated both.
    byte[] mark(Version version, Person person) {
        return secrets.mark("rater", version.draft.publicId + " " + version.number + " " + person.publicId);
    }

    /** Which of these people have rated a version, by internal id. */
    public Set<Long> among(Version version, Collection<Person> people) {
        Set<ByteBuffer> marks = Rating.<Rating>list("version", version).stream()
                .map(rating -> ByteBuffer.wrap(rating.rater)).collect(Collectors.toSet());
        return people.stream().filter(person -> marks.contains(ByteBuffer.wrap(mark(version, person))))
                .map(person -> person.id).collect(Collectors.toSet());
    }

    /** What this person has rated on the web. */
    public List<Rating> of(Person person) {
        return rated().stream().flatMap(version -> Rating.<Rating>list(
                "version = ?1 and rater = ?2 order by id", version, mark(version, person)).stream()).toList();
    }

    /** The person leaves: the scores stay and count, and nothing tells any more whose they were. */
    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        for (Version version : rated()) {
            byte[] nobody = new byte[MARK];
            RANDOM.nextBytes(nobody);
            Rating.update("rater = ?1 where version = ?2 and rater = ?3", nobody, version, mark(version, person));
        }
        return List.of();
    }

    private static List<Version> rated() {
        return Rating.getEntityManager().createQuery("""
                select distinct v from Version v join fetch v.draft
                where exists (select 1 from Rating r where r.version = v) order by v.id""", Version.class)
                .getResultList();
    }
}
