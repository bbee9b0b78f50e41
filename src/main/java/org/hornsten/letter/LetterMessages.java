package org.hornsten.letter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("letter")
public interface LetterMessages {
    @Message String people();
    @Message String number(int number);
    @Message String without_account_add();
    @Message String to_missing();
    @Message String letters();
    @Message String letters_how();
    @Message String letters_made();
    @Message String letters_of(int many);
    @Message String letters_printed();
    @Message String letters_new();
    @Message String letters_to();
    @Message String letters_to_hint();
    @Message String letters_due();
    @Message String letters_due_hint();
    @Message String letters_open();
    @Message String letters_masked();
    @Message String letters_replace();
    @Message String letters_write();
    @Message String letters_nobody();
    @Message String letters_nobody_why();
    @Message String due_unreadable();
    @Message String batch_title();
    @Message String batch_ready();
    @Message String batch_sheets();
    @Message String batch_sheets_how();
    @Message String batch_pdf();
    @Message String batch_cards();
    @Message String batch_codes();
    @Message String batch_closed();
    @Message String batch_open();
    @Message String batch_printed();
    @Message String batch_printed_why();
    @Message String batch_destroy();
    @Message String batch_done();
    @Message String batch_gone();
    @Message String sheet_title(Occasion occasion);
    @Message String sheet_intro(Occasion occasion);
    @Message String sheet_due(String day);
    @Message String sheet_where();
    @Message String sheet_code();
    @Message String sheet_qr();
    @Message String sheet_qr_name();
    @Message String sheet_phone(String phone);
    @Message String sheet_private(Occasion occasion);
    @Message String sheet_lost();
    @Message String sheet_greeting();
}
