package org.hornsten.minutes;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("minutes")
public interface MinutesMessages {
    @Message String minutes_of();
    @Message String minutes_begun();
    @Message String minutes_saved();
    @Message String minutes_public();
    @Message String minutes_care();
    @Message String minutes_publish();
    @Message String minutes_save();
    @Message String published();
    @Message String attended_title();
    @Message String attended(int number);
    @Message String attended_few(int k);
}
