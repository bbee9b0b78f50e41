package org.hornsten.letter;

import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.QrCode;
import org.hornsten.link.Destinations;
import org.hornsten.link.LinkPages;
import org.hornsten.web.Tongue;
import org.hornsten.web.When;

/**
 * A letter as it is printed, in its receiver's language whoever prints it.
 *
 * @param language the receiver's, plain
 * @param where    the short address to type in
 * @param about    what the letter asks to read
 * @param due      in words; empty when no day is named
 */
public record Sheet(Letter letter, Occasion occasion, String language, String where, QrCode qr, Multilingual about,
                    String due, Tongue tongue) {

    static Sheet of(Letter letter, LetterBatch batch, Destinations.Destination to, UriInfo here, Tongue tongue,
            When when) {
        String language = Multilingual.plain(letter.language());
        String where = here.getBaseUriBuilder().path("code").build().toString().replaceFirst("^https?://", "");
        return new Sheet(letter, Occasion.of(batch.about()), language, where,
                QrCode.of(LinkPages.address(here, letter.token())), to.title(),
                Optional.ofNullable(batch.dueOn).map(day -> when.day(day, language)).orElse(""), tongue);
    }

    public String say(String key) {
        return tongue.say(language, key);
    }

    /** In the words for what the letter asks for. */
    public String asks(String key) {
        return tongue.say(language, key, occasion);
    }

    public String say(String key, String argument) {
        return tongue.say(language, key, argument);
    }
}
