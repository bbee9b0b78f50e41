package org.hornsten.letter;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to a batch of letters. */
sealed interface LetterEvent extends Event {
    /** With their codes in plain words, to be fetched by their maker for some hours. */
    record Written(Ref about, Ref project, int letters) implements LetterEvent {}

    record Opened(Ref about) implements LetterEvent {}

    /** The plain codes are gone: after printing, or because their time was over. */
    record Destroyed(Ref about, boolean printed) implements LetterEvent {}
}
