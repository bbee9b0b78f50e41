package org.hornsten.link;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("link")
public interface LinkMessages {
    @Message String link();
    @Message String link_title();
    @Message String link_about();
    @Message String link_due();
    @Message String link_what();
    @Message String link_shared();
    @Message String useless_title();
    @Message String useless_why();
    @Message String useless_next();
    @Message String account_signs_in();
    @Message String due_past();
    @Message String code_title();
    @Message String code_where();
    @Message String code_label();
    @Message String code_hint();
    @Message String code_go();
    @Message String code_missing();
    @Message String code_lost();
    @Message String code_lost_phone(String phone);
    @Message String code_unknown();
    @Message String code_unknown_phone(String phone);
    @Message String code_pause();
    @Message String code_pause_phone(String phone);
    @Message String link_to(String initials);
    @Message String speaking();
    @Message String speaking_myself();
    @Message String speaking_supported();
    @Message String speaking_for_somebody();
    @Message String speaking_why();
    @Message String useless_phone(String phone);
    @Message String new_title();
    @Message String new_how();
    @Message String new_label();
    @Message String new_hint();
    @Message String new_go();
    @Message String new_missing();
    @Message String new_wrong();
    @Message String new_off();
    @Message String new_sent_title();
    @Message String new_sent();
    @Message String new_sent_nothing();
    @Message String new_mail_subject(String project);
    @Message String new_mail_why(String organisation);
    @Message String new_mail_what(String title);
    @Message String new_mail_not_you();
    @Message String new_mail_way();
    @Message String mail_private();
    @Message String mail_account();
}
