package org.hornsten.calendar;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("calendar")
public interface CalendarMessages {
    @Message String my_calendar();
    @Message String my_calendar_how();
    @Message String my_calendar_once();
    @Message String my_calendar_there();
    @Message String my_calendar_secret();
    @Message String my_calendar_make();
    @Message String my_calendar_renew();
    @Message String calendar_more(String page);
    @Message String mail_who(String organisation, String project);
    @Message String mail_open();
    @Message String mail_online();
    @Message String mail_cannot();
    @Message String mail_registered();
    @Message String mail_registered_why();
    @Message String mail_waiting();
    @Message String mail_waiting_why(int place);
    @Message String mail_waiting_next();
    @Message String mail_promoted();
    @Message String mail_promoted_why();
    @Message String mail_declined();
    @Message String mail_declined_why();
    @Message String mail_moved();
    @Message String mail_moved_why();
    @Message String mail_cancelled();
    @Message String mail_cancelled_why();
    @Message String mail_week();
    @Message String mail_week_why();
    @Message String mail_tomorrow();
    @Message String mail_tomorrow_why();
}
