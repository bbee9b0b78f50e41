package org.hornsten.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.kit.LetterCode;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;

/** The codes of letters: drawn, known again by their mark only, and looked up with patience. */
@ApplicationScoped
public class Codes {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secrets secrets;
    private final Patience patience;

    Codes(Secrets secrets, Patience patience) {
        this.secrets = secrets;
        this.patience = patience;
    }

    /** A code, which exists only here, and the mark it is known again by. */
    public record Drawn(String code, byte[] mark) {}

    /** What a code opens, and whether it was one too many of those that open nothing. */
    record Found(Optional<PersonalLink> link, boolean often) {}

    /** A mark takes some 50 ms of a processor on purpose: all are made at once. */
    public List<Drawn> draw(int many) {
        return Stream.generate(() -> LetterCode.draw(RANDOM)).limit(many).toList().parallelStream()
                .map(code -> new Drawn(code, mark(code))).toList();
    }

    public Drawn draw() {
        return draw(1).get(0);
    }

    /**
     * @throws Refused when it cannot be a code: told before anything is looked up, and not counted
     * @throws org.hornsten.kit.Paused after too many tries
     */
    Found opened(String typed) {
        String code = LetterCode.read(typed);
        patience.ask(code);
        Optional<PersonalLink> link = PersonalLink.coded(mark(code));
        return new Found(link, link.isEmpty() && patience.missed(code));
    }

    private byte[] mark(String code) {
        return secrets.stretched("letter code", code);
    }
}
