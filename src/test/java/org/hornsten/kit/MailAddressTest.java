package org.hornsten.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"aino@post.example", "aino.lind+kod@post.kusten.example", "väinö@posti.example",
        "a'b@post.example", "a@b.fi"})
    void people_have_such_addresses(String address) {
        assertTrue(MailAddress.possible(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aino", "aino@", "@post.example", "aino@post", "a b@post.example", "a@b@post.example",
        "Aino <aino@post.example>", "aino@post.example\r\nBcc: x@post.example", "a@post.example,b@post.example",
        "aino@post..example", "aino@[10.0.0.1]"})
    void these_are_none(String text) {
        assertFalse(MailAddress.possible(text));
    }

    @Test
    void none_is_longer_than_a_header_takes() {
        assertFalse(MailAddress.possible("a".repeat(250) + "@b.fi"));
    }
}
