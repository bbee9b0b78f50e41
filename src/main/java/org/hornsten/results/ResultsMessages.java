package org.hornsten.results;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("results")
public interface ResultsMessages {
    @Message String results();
    @Message String how();
    @Message String read();
    @Message String none();
    @Message String none_why();
    @Message String none_next();
    @Message String unnoted(long people);
    @Message String unnoted_next();
    @Message String audience(Audience audience);
    @Message String means(Audience audience);
    @Message String to_tell(int people);
    @Message String by_mail(int people);
    @Message String on_page(int people);
    @Message String told_before(int people);
    @Message String told_on();
    @Message String nobody();
    @Message String look();
    @Message String preview();
    @Message String who();
    @Message String has_mail();
    @Message String has_none();
    @Message String in_sv();
    @Message String in_fi();
    @Message String in_en();
    @Message String receivers(long many);
    @Message String own_link();
    @Message String page_how();
    @Message String send();
    @Message String once();
    @Message String back();
    @Message String not_published();
    @Message String nobody_to_tell();
    @Message String mail_subject(String title);
    @Message String mail_took_part(String organisation, String title);
    @Message String mail_could_not_come(String organisation, String title);
    @Message String mail_invited(String organisation, String title);
    @Message String mail_what(String day);
    @Message String mail_way();
    @Message String copy();
    @Message String mine_read();
}
