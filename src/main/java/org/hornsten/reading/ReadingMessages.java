package org.hornsten.reading;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of a version as one reads it, and of two versions compared. */
@MessageBundle("reading")
public interface ReadingMessages {
    @Message String version_title(String title, int number);
    @Message String version_of(int number);
    @Message String newer_exists(int number);
    @Message String lacks_easy();
    @Message String lacks_language(String wished, String shown);
    @Message String contents();
    @Message String behind_since(int number, String day);
    @Message String see_main(String language);
    @Message String changed_in(int number);
    @Message String see_why();
    @Message String comment();
    @Message String comment_section();
    @Message String comment_whole();
    @Message String comment_marked();
    @Message String mark_by_keyboard();
    @Message String mark_by_keyboard_how();
    @Message String comments_count(long n);
    @Message String comments_on_section(long n);
    @Message String all_comments(long n);
    @Message String rate();
    @Message String versions_heading();
    @Message String shown_now();
    @Message String compare_with(int number);
    @Message String read_version(int number);
    @Message String to_working_copy();
    @Message String to_typed_in();
    @Message String to_closing();
    @Message String unpublished();
    @Message String unpublished_why();
    @Message String difference_title(int from, int to);
    @Message String difference_count(int n);
    @Message String difference_none();
    @Message String difference_no_language(String language, int from);
    @Message String first_change();
    @Message String ratings_heading();
    @Message String anonymity_missing();
    @Message String sealed_open(int asked);
    @Message String sealed_few(int k);
    @Message String to_extension();
}
