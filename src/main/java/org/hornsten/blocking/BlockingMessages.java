package org.hornsten.blocking;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("blocking")
public interface BlockingMessages {
    @Message String people();
    @Message String people_why();
    @Message String search();
    @Message String search_hint();
    @Message String search_go();
    @Message String search_short();
    @Message String search_none();
    @Message String search_none_why();
    @Message String search_found();
    @Message String search_more(int shown);
    @Message String blocked_now();
    @Message String blocked_nobody();
    @Message String blocked();
    @Message String blocked_since();
    @Message String blocked_by();
    @Message String blocked_restored();
    @Message String somebody();
    @Message String as_whom();
    @Message String user_name();
    @Message String why();
    @Message String reason(Block.Reason reason);
    @Message String reason_missing();
    @Message String words();
    @Message String words_hint();
    @Message String words_missing();
    @Message String block();
    @Message String block_means();
    @Message String block_rests();
    @Message String block_leads();
    @Message String unblock();
    @Message String unblock_means();
    @Message String oneself();
    @Message String already();
    @Message String last_administrator();
}
