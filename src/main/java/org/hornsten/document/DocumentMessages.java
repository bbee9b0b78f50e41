package org.hornsten.document;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What to tell the person whose file was read, or was not. */
@MessageBundle("document")
public interface DocumentMessages {
    @Message String finding(Finding.Kind kind);
    @Message String unreadable(Unreadable.Reason reason);
}
