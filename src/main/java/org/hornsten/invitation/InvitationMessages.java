package org.hornsten.invitation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("invitation")
public interface InvitationMessages {
    @Message String people_intro();
    @Message String who();
    @Message String role();
    @Message String erased();
    @Message String link_waits();
    @Message String link_used();
    @Message String link_make();
    @Message String link_renew();
    @Message String link_end();
    @Message String signs_in();
    @Message String without_account();
    @Message String without_account_how();
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
    @Message String about_missing();
    @Message String to_many(int most);
    @Message String channel_missing();
    @Message String channel_not_yet();
    @Message String once_code();
    @Message String spoken();
    @Message String spoken_myself();
    @Message String spoken_supported();
    @Message String spoken_for_somebody();
    @Message String spoken_few(int k);
    @Message String letters_go();
    @Message String details();
    @Message String age();
    @Message String age_hint();
    @Message String age_under_13();
    @Message String age_from_13();
    @Message String age_from_16();
    @Message String age_adult();
}
