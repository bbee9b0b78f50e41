package org.hornsten.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;
import org.hornsten.proof.Checkpoint;
import org.hornsten.proof.Hash;
import org.hornsten.proof.Note;
import org.hornsten.proof.VerifierKey;
import org.hornsten.web.Address;

/**
 * The log's Ed25519 key (RFC 8032): made once, and kept in the database under a seal of the server's secret, so that
 * every server signs with the same and a copy of the database signs nothing.
 */
@ApplicationScoped
class Signer {
    private static final String PLACE = "log_state";
    private final Secrets secrets;
    private final String origin;

    Signer(Secrets secrets, Address address) {
        this.secrets = secrets;
        URI log = URI.create(address.of("/log"));
        this.origin = log.getRawAuthority() + log.getRawPath();
    }

    /** The log's name: its address without the scheme. */
    String origin() {
        return origin;
    }

    String sign(long size, Hash root) {
        return Note.signed(new Checkpoint(origin, size, root).text(), verifier(), secret()).written();
    }

    VerifierKey verifier() {
        try {
            byte[] known = (byte[]) Shelf.query("select public_key from log_state where id = 1").getSingleResult();
            return VerifierKey.of(origin, KeyFactory.getInstance("Ed25519").generatePublic(
                    new X509EncodedKeySpec(known)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The log's key cannot be read", broken);
        }
    }

    boolean hasKey() {
        return Shelf.query("select public_key from log_state where id = 1").getSingleResult() != null;
    }

    /** By whom holds the log's row. */
    void makeKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Shelf.query("update log_state set public_key = ?1, sealed_key = ?2 where id = 1",
                    pair.getPublic().getEncoded(),
                    Seal.close(secrets.key("log"), PLACE, pair.getPrivate().getEncoded())).executeUpdate();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private PrivateKey secret() {
        try {
            byte[] sealed = (byte[]) Shelf.query("select sealed_key from log_state where id = 1").getSingleResult();
            return KeyFactory.getInstance("Ed25519").generatePrivate(
                    new PKCS8EncodedKeySpec(Seal.open(secrets.key("log"), PLACE, sealed)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The log's key cannot be read", broken);
        }
    }
}
