package org.hornsten.input;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.hornsten.kit.Code;
import org.hornsten.kit.Secrets;

/** The codes that open a contribution's journey without telling who one is. The database holds only their marks. */
@ApplicationScoped
public class Receipts {
    private final Secrets secrets;

    Receipts(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The same submission has the same code, so that sending twice shows it twice. */
    public String code(String submission) {
        return Code.of(secrets.mark("receipt", submission));
    }

    /** What an anonymous answer will be known by; nowhere kept beside the submission. */
    public String contribution(String submission) {
        byte[] mark = secrets.mark("contribution", submission);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mark, 16));
    }

    public byte[] mark(String code) {
        return secrets.mark("receipt look-up", code);
    }

    /** What the code stands for; a withdrawn one looks like an unknown one. */
    public Optional<Contribution> opened(String typed) {
        return Contribution.<Contribution>find("""
                from Contribution c join fetch c.project left join fetch c.viewpoints
                where c.receipt = ?1 and c.withdrawnOn is null""", mark(Code.read(typed)))
                .list().stream().findFirst();
    }
}
