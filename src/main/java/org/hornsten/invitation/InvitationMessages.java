package org.hornsten.invitation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("invitation")
public interface InvitationMessages {
    @Message String people();
    @Message String people_intro();
    @Message String who();
    @Message String role();
    @Message String link();
    @Message String erased();
    @Message String number(int number);
    @Message String link_waits();
    @Message String link_used();
    @Message String link_make();
    @Message String link_renew();
    @Message String link_end();
    @Message String signs_in();
    @Message String without_account();
    @Message String without_account_how();
    @Message String without_account_add();
    @Message String with_account();
    @Message String with_account_add();
    @Message String user_name();
    @Message String user_name_hint();
    @Message String kind();
    @Message String language();
    @Message String name();
    @Message String name_hint();
    @Message String pseudonym();
    @Message String pseudonym_hint();
    @Message String add();
    @Message String once_title();
    @Message String once_for(String name);
    @Message String once_for_number();
    @Message String once_warning();
    @Message String once_done();
    @Message String link_title();
    @Message String link_about();
    @Message String link_due();
    @Message String link_what();
    @Message String link_enter();
    @Message String link_shared();
    @Message String useless_title();
    @Message String useless_why();
    @Message String useless_next();
    @Message String account_signs_in();
    @Message String elsewhere();
    @Message String due_past();
    @Message String about_missing();
    @Message String to_missing();
    @Message String to_many(int most);
    @Message String channel_missing();
    @Message String channel_not_yet();
}
