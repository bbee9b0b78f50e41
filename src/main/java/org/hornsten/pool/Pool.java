package org.hornsten.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hornsten.kit.KeyRing.Key;
import org.hornsten.kit.Secrets;

/**
 * Takes anonymous answers in, and lets them out in mixed batches. An <em>instrument</em> is whatever collects answers of
 * one kind: the comments of a round, its ratings.
 */
@ApplicationScoped
public class Pool {
    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seals seals;
    private final Secrets secrets;
    private final ObjectMapper json = new ObjectMapper();

    Pool(Seals seals, Secrets secrets) {
        this.seals = seals;
        this.secrets = secrets;
    }

    /** Puts an answer, a record without anything of its author, among the others. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(String instrument, Object answer) {
        Sealed sealed = new Sealed();
        sealed.id = new byte[ID_BYTES];
        RANDOM.nextBytes(sealed.id);
        sealed.instrument = instrument;
        Key key = seals.current();
        sealed.keyNo = key.number();
        sealed.envelope = seals.sealed(key, instrument, written(answer));
        sealed.persist();
    }

    /**
     * Notes that this person has answered; no time stands with it.
     *
     * @return whether it is for the first time: of two at once only one is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean spend(String instrument, String person) {
        return Spent.getEntityManager()
                .createNativeQuery("insert ignore into spent_right (mark, instrument) values (?1, ?2)")
                .setParameter(1, mark(instrument, person)).setParameter(2, instrument).executeUpdate() == 1;
    }

    public boolean spent(String instrument, String person) {
        return Spent.findById(mark(instrument, person)) != null;
    }

    private byte[] mark(String instrument, String person) {
        return secrets.mark("right", instrument + " " + person);
    }

    /** Takes out what may be told now, in an order that says nothing; empty when there are fewer than K. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <A> List<A> draw(String instrument, boolean open, int k, Class<A> kind) {
        List<Sealed> waiting = new ArrayList<>(readable(instrument));
        Collections.shuffle(waiting, RANDOM);
        List<Sealed> batch = waiting.subList(0, Batch.size(waiting.size(), people(instrument), open, k));
        List<A> answers = batch.stream().map(sealed -> opened(sealed, kind)).toList();
        // One statement takes the rows in the order of their keys: one by one, in the order in which they are told, the
        // database's binary log would tell which envelope became which answer.
        List<byte[]> ids = batch.stream().map(sealed -> sealed.id).toList();
        if (!ids.isEmpty() && Sealed.delete("id in ?1", ids) != ids.size())
            throw new IllegalStateException("Somebody else mixes " + instrument);
        return answers;
    }

    /** The one its author asks for, who alone can describe it. */
    public <A> Optional<A> find(String instrument, Class<A> kind, Predicate<A> wanted) {
        return readable(instrument).stream().map(sealed -> opened(sealed, kind)).filter(wanted).findFirst();
    }

    /** Takes that one out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <A> Optional<A> take(String instrument, Class<A> kind, Predicate<A> wanted) {
        for (Sealed sealed : readable(instrument)) {
            A answer = opened(sealed, kind);
            if (!wanted.test(answer)) continue;
            sealed.delete();
            return Optional.of(answer);
        }
        return Optional.empty();
    }

    public boolean waits(String instrument) {
        return Sealed.count("instrument", instrument) > 0;
    }

    /** Drops what was too little ever to be told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long drop(String instrument) {
        return Sealed.delete("instrument", instrument);
    }

    /** Whether nothing of it could be let out if no more came. */
    public boolean few(String instrument, int k) {
        return Batch.size((int) Sealed.count("instrument", instrument), people(instrument), false, k) == 0;
    }

    /** How many different people have answered. */
    public long people(String instrument) {
        return Spent.count("instrument", instrument);
    }

    /** Where anything waits. */
    public List<String> instruments() {
        return Sealed.getEntityManager().createQuery("select distinct s.instrument from Sealed s", String.class)
                .getResultList();
    }

    // An envelope stays shut whose key this server does not have.
    private List<Sealed> readable(String instrument) {
        return Sealed.in(instrument).stream().filter(sealed -> seals.opens(sealed.keyNo)).toList();
    }

    private <A> A opened(Sealed sealed, Class<A> kind) {
        try {
            return json.readValue(seals.opened(sealed.keyNo, sealed.instrument, sealed.envelope), kind);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("An envelope of " + sealed.instrument + " holds something else", foreign);
        }
    }

    private String written(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("Not to be written: " + answer.getClass(), problem);
        }
    }
}
