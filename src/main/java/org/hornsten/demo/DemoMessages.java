package org.hornsten.demo;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("demo")
public interface DemoMessages {
    @Message String title();
    @Message String intro();
    @Message String warning();
    @Message String person_unknown();
    @Message String role_admin();
    @Message String role_lead();
    @Message String role_lead2();
    @Message String role_facilitator();
    @Message String role_owner();
    @Message String role_owner2();
    @Message String role_panelist();
    @Message String role_council();
    @Message String role_expert();
    @Message String role_youth();
    @Message String role_outsider();
    @Message String comes_admin();
    @Message String comes_lead();
    @Message String comes_lead2();
    @Message String comes_facilitator();
    @Message String comes_owner();
    @Message String comes_owner2();
    @Message String comes_panelist();
    @Message String comes_council();
    @Message String comes_expert();
    @Message String comes_youth();
    @Message String comes_outsider();
    @Message String mailbox();
    @Message String mailbox_how();
    @Message String mailbox_none();
    @Message String mailbox_none_why();
    @Message String mailbox_to();
    @Message String mailbox_from();
    @Message String mailbox_page();
    @Message String mailbox_calendar();
    @Message String mailbox_link();
}
