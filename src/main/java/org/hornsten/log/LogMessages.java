package org.hornsten.log;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("log")
public interface LogMessages {
    @Message String never_that_size(long size);
}
