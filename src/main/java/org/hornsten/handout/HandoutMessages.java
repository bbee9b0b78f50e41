package org.hornsten.handout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("handout")
public interface HandoutMessages {
    @Message String handouts();
    @Message String intro();
    @Message String none();
    @Message String none_why();
    @Message String take_away();
    @Message String stays();
    @Message String add();
    @Message String file_label();
    @Message String file_hint();
    @Message String title_label();
    @Message String title_hint();
    @Message String language_label();
    @Message String suits_label();
    @Message String suits_hint();
    @Message String large();
    @Message String easy();
    @Message String special_missing();
    @Message String lay();
    @Message String kilobytes(int number);
    @Message String megabytes(int number);
    @Message String kind(Handout.Kind kind);
    @Message String file_missing();
    @Message String file_empty();
    @Message String file_big();
    @Message String file_kind();
    @Message String file_damaged();
    @Message String file_locked();
    @Message String files_many(int most);
    @Message String title_missing();
    @Message String title_long(int most);
    @Message String language_unknown();
}
