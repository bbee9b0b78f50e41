package org.hornsten.guardian;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("guardian")
public interface GuardianMessages {
    @Message String ask_title();
    @Message String ask_of(String initials);
    @Message String ask_why(int limit);
    @Message String asked();
    @Message String asked_words();
    @Message String asked_faces();
    @Message String asked_free();
    @Message String kept();
    @Message String kept_words(int months);
    @Message String kept_name();
    @Message String kept_first();
    @Message String kept_back();
    @Message String kept_answer();
    @Message String kept_more();
    @Message String decide();
    @Message String without();
    @Message String approve();
    @Message String refuse();
    @Message String take_back();
    @Message String said_yes();
    @Message String said_no();
    @Message String again();
    @Message String again_phone(String phone);
    @Message String useless_title();
    @Message String useless_why();
    @Message String useless_next();
    @Message String link_title();
    @Message String link_how();
    @Message String link_once();
    @Message String link_print();
    @Message String link_made();
    @Message String link_works();
    @Message String link_answer();
    @Message String answer(GuardianLink.Answer answer);
    @Message String answer_none();
    @Message String link_make();
    @Message String link_renew();
    @Message String link_end();
    @Message String sheet_title();
    @Message String sheet_why(int limit);
    @Message String sheet_why_of(String initials, int limit);
    @Message String sheet_qr();
    @Message String sheet_qr_name();
    @Message String sheet_read();
}
