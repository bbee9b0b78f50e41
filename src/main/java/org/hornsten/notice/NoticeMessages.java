package org.hornsten.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("notice")
public interface NoticeMessages {
    @Message String way_how();
    @Message String foot_project(String project);
    @Message String foot_house(String organisation);
    @Message String foot_phone(String phone, String hours);
    @Message String mail();
    @Message String mail_how();
    @Message String off();
    @Message String undelivered();
    @Message String undelivered_none();
    @Message String waiting();
    @Message String waiting_none();
    @Message String waiting_soon();
    @Message String to();
    @Message String why();
    @Message String what_now();
    @Message String tries(int times);
    @Message String next_try();
    @Message String sent_on();
    @Message String retry();
    @Message String letter_instead();
    @Message String drop();
    @Message String retry_gone();
    @Message String reason(Reason reason);
}
