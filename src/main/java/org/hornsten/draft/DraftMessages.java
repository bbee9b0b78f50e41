package org.hornsten.draft;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.hornsten.diff.Change;
import org.hornsten.project.Level;

/** The words about drafts that several rooms say: the round, languages, changes and refusals. */
@MessageBundle("draft")
public interface DraftMessages {
    @Message String version_number(int number);
    @Message String text_in();
    @Message String table();
    @Message String to_input();
    @Message String round_open();
    @Message String round_coming(String when);
    @Message String round_over();
    @Message String until(String when);
    @Message String take_part_how();
    @Message String level(Level level);
    @Message String next_change();
    @Message String last_change();
    @Message String change_number(int n, int all);
    @Message String heading();
    @Message String before();
    @Message String after();
    @Message String nothing_before();
    @Message String nothing_after();
    @Message String removed_begin();
    @Message String removed_end();
    @Message String added_begin();
    @Message String added_end();
    @Message String also_moved();
    @Message String change_kind(Change.Kind kind);
    @Message String title_label(String language);
    @Message String language_sv();
    @Message String language_fi();
    @Message String language_en();
    @Message String language_sv_easy();
    @Message String language_fi_easy();
    @Message String text_empty();
    @Message String text_long(int most);
    @Message String language_wrong();
    @Message String language_exists();
    @Message String section_empty();
    @Message String section_unknown();
    @Message String passage_unknown();
    @Message String edited_meanwhile();
    @Message String anonymity_fixed();
    @Message String k_wrong(int least, int most);
    @Message String k_minors(int least);
    @Message String round_closed_already();
    @Message String round_none();
    @Message String closes_before_it_opens();
    @Message String closes_past();
    @Message String extended_already();
    @Message String criterion_twice();
    @Message String changes_unexplained(int n);
    @Message String nothing_changed();
    @Message String back_to_text();
    @Message String closed_why();
    @Message String version_unknown();
    @Message String round_closed();
    @Message String promise_changed();
}
