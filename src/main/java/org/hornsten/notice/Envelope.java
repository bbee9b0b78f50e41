package org.hornsten.notice;

import java.util.Optional;

/**
 * An e-mail as it leaves the house.
 *
 * @param messageId the same at each try: programs show what came twice once
 * @param from      with the sender's name
 * @param toName    for the demo's mailbox only; no header has it
 * @param language  of its words, plain
 */
public record Envelope(String messageId, String from, Optional<String> replyTo, String to, String toName,
                       String language, String subject, String text, String html, Optional<String> calendar) {
    /** The part of its id that is its own. */
    public String number() {
        return messageId.substring(1, messageId.indexOf('@'));
    }
}
