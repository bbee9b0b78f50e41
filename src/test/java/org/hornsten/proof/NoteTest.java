package org.hornsten.proof;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NoteTest {
    // the example of the signed-note format's first program (golang.org/x/mod/sumdb/note): its key and its note
    private static final VerifierKey PETER =
            VerifierKey.read("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final String PETERS = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Test
    void a_note_of_another_program_is_checked() {
        Note note = Note.read(PETERS);
        assertTrue(note.signedBy(PETER));
        assertEquals(PETERS, note.written());
        assertFalse(Note.read(PETERS.replace("is the answer", "is an answer")).signedBy(PETER));
    }

    @Test
    void what_is_signed_is_read_back_and_checked() throws GeneralSecurityException {
        KeyPair pair = pair();
        VerifierKey key = VerifierKey.of("kusten.example/log", pair.getPublic());
        String text = new Checkpoint("kusten.example/log", 17, Hash.EMPTY).text();
        Note note = Note.read(Note.signed(text, key, pair.getPrivate()).written());
        assertTrue(note.signedBy(key));
        assertEquals(new Checkpoint("kusten.example/log", 17, Hash.EMPTY), Checkpoint.read(note.text()));
        assertFalse(note.signedBy(VerifierKey.of("kusten.example/log", pair().getPublic())));
        assertFalse(note.signedBy(VerifierKey.of("other.example/log", pair.getPublic())));
        assertFalse(new Note(text.replace("17", "18"), note.signatures()).signedBy(key));
        assertEquals(key, VerifierKey.read(key.text()));
    }

    @Test
    void a_witness_may_sign_beside_us() throws GeneralSecurityException {
        KeyPair ours = pair();
        KeyPair theirs = pair();
        VerifierKey witness = VerifierKey.of("witness.example", theirs.getPublic());
        String text = new Checkpoint("kusten.example/log", 1, Hash.EMPTY).text();
        Note one = Note.signed(text, VerifierKey.of("kusten.example/log", ours.getPublic()), ours.getPrivate());
        Note two = Note.signed(text, witness, theirs.getPrivate());
        Note both = Note.read(new Note(text, List.of(one.signatures().get(0), two.signatures().get(0))).written());
        assertTrue(both.signedBy(witness));
        assertEquals(2, both.signatures().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "a\n\n", "a\n\n- x YWFhYWE=\n", "a\n\n\u2014 x\n", "a\n\n\u2014 x !!!\n",
        "a\n\n\u2014 x YWE=\n", "a\n\n\u2014 x YWFhYWE="})
    void what_is_no_signed_note_is_refused(String written) {
        assertThrows(IllegalArgumentException.class, () -> Note.read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x+00000000", "x+00000000+AAAA",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    void what_is_no_key_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> VerifierKey.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n1\n", "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "a\n1\nAAAA\n"})
    void what_is_no_checkpoint_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Checkpoint.read(text));
    }
}
