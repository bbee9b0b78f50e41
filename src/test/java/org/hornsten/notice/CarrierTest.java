package org.hornsten.notice;

import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CarrierTest {
    @Test
    void without_a_mail_server_the_house_sends_nothing_and_says_so() {
        assertFalse(new Carrier(false, Optional.empty(), null, null).open());
        assertFalse(new Carrier(false, Optional.of(" "), null, null).open());
        assertTrue(new Carrier(false, Optional.of("smtp.example"), null, null).open());
    }

    @Test
    void what_is_kept_leaves_the_machine_by_no_server_that_is_named_too() {
        Mailbox mailbox = new Mailbox();
        Carrier carrier = new Carrier(true, Optional.of("smtp.example"), null, mailbox);
        assertTrue(carrier.open());
        assertEquals(mailbox, carrier.wire());
    }
}
