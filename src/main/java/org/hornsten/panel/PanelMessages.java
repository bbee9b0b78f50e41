package org.hornsten.panel;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("panel")
public interface PanelMessages {
    @Message String kind_missing();
    @Message String name_missing();
    @Message String language_unknown();
    @Message String number_wrong(int most);
    @Message String from_missing();
    @Message String to_missing();
    @Message String day_far();
    @Message String to_before_from();
    @Message String term_long(int most);
    @Message String target_many(int most);
    @Message String target_number(int most);
    @Message String target_value(String value);
    @Message String target_over_size(long sum, int size);
    @Message String edited_meanwhile();
    @Message String ended_already();
    @Message String renew_ended();
    @Message String renew_overlaps();
    @Message String body_missing();
    @Message String deputy_of_whom();
    @Message String deputy_of_other_body();
    @Message String term_before_panel();
    @Message String term_after_panel();
    @Message String excluded_staff();
    @Message String excluded_council();
    @Message String birth_year_wrong();
    @Message String birth_year_other_group();
    @Message String too_young(int least);
    @Message String birth_year_needed(int least);
    @Message String age_needed(int least);
    @Message String seated_already();
    @Message String body_has_member();
    @Message String body_has_deputy();
    @Message String full(int size);
    @Message String size_under_seats(int size);
    @Message String seats_after();
    @Message String reason_missing();
    @Message String seat_over();
    @Message String on_missing();
    @Message String on_after_term();
    @Message String on_before_term();
    @Message String areas_missing();
    @Message String purposes_missing();
    @Message String consent_day();
    @Message String consent_until_past();
    @Message String consent_long(int most);
}
