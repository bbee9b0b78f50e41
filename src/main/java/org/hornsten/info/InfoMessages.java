package org.hornsten.info;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the shell. */
@MessageBundle("info")
public interface InfoMessages {
    @Message String help_title();
    @Message String help_intro();
    @Message String help_contact();
    @Message String help_phone_word();
    @Message String help_mail_word();
    @Message String help_call();
    @Message String help_mail(String mail);
    @Message String help_contact_unset();
    @Message String help_take_part();
    @Message String help_take_part_read();
    @Message String help_take_part_say();
    @Message String help_take_part_receipt();
    @Message String help_letter();
    @Message String help_letter_how();
    @Message String help_keyboard();
    @Message String help_keyboard_how();
    @Message String help_not();
    @Message String help_not_why();
    @Message String help_programs();
    @Message String help_programs_link();
    @Message String api_title();
    @Message String api_intro();
    @Message String api_english();
    @Message String api_document();
    @Message String api_sign_in();
    @Message String api_sign_in_header();
    @Message String api_sign_in_link();
    @Message String api_sign_in_staff();
    @Message String api_rules();
    @Message String api_rules_language();
    @Message String api_rules_lists();
    @Message String api_rules_once();
    @Message String api_rules_editions();
    @Message String api_topics();
    @Message String api_anyone();
    @Message String api_known();
    @Message String api_given();
    @Message String api_body();
    @Message String api_answers();
    @Message String accessibility_title();
    @Message String accessibility_intro();
    @Message String accessibility_level();
    @Message String accessibility_known();
    @Message String accessibility_none();
    @Message String accessibility_criterion(String number);
    @Message String accessibility_tell();
    @Message String accessibility_tell_how();
    @Message String accessibility_authority();
    @Message String status_title();
    @Message String status_good();
    @Message String status_bad();
    @Message String status_promise();
    @Message String status_promise_words();
    @Message String help_letter_link();
}
