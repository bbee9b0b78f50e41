package org.hornsten.privacy;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("privacy")
public interface PrivacyMessages {
    @Message String choose_purpose();
    @Message String purpose(Disclosure.Purpose purpose);
    @Message String field(Disclosure.Field field);
    @Message String overread();
    @Message String overread_why(int many);
    @Message String overread_none();
    @Message String overread_none_why();
    @Message String overread_people(long people);
    @Message String retention();
    @Message String retention_why();
    @Message String retention_what();
    @Message String retention_long();
    @Message String retention_due();
    @Message String retention_last();
    @Message String retention_never();
    @Message String retention_register();
    @Message String promise();
    @Message String promise_1();
    @Message String promise_2();
    @Message String promise_3();
    @Message String promise_4();
    @Message String promise_5();
    @Message String promise_6();
    @Message String promise_easy_1();
    @Message String promise_easy_2();
    @Message String promise_easy_3();
    @Message String promise_easy_4();
    @Message String promise_easy_5();
    @Message String promise_easy_6();
    @Message String register();
    @Message String register_how();
    @Message String register_whom();
    @Message String register_why();
    @Message String register_basis();
    @Message String register_long();
    @Message String register_readers();
    @Message String whom(Holding.Whom whom);
    @Message String ground(Holding.Ground ground);
    @Message String basis(Basis basis);
    @Message String law_public_task();
    @Message String law_public_task_means();
    @Message String law_consent();
    @Message String law_consent_means();
    @Message String law_legal_obligation();
    @Message String law_legal_obligation_means();
    @Message String law_legitimate_interest();
    @Message String law_legitimate_interest_means();
    @Message String what(Holding holding);
    @Message String why(Holding holding);
    @Message String how_long(Holding holding);
    @Message String readers(Holding holding);
}
