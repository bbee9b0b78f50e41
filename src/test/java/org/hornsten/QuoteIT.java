package org.hornsten;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** However one chooses words of the text, the same words are stored. */
class QuoteIT {

    @Test
    void mouse_touch_keyboard_and_sentences_make_the_same_quote() {
        Trial trial = new Trial();
        Map<Marking.How, Object> stored = new LinkedHashMap<>();
        for (Marking.How how : Marking.How.values()) {
            Screen.Device device = how == Marking.How.TOUCH ? Screen.Device.PHONE : Screen.Device.DESKTOP;
            try (Screen pekka = Screen.of(device, "fi").signIn("panelist").open(trial.draft())) {
                Marking.of(pekka, MainJob.SENTENCE).begin(how);
                pekka.fill("words", "Tapa: " + how).send("/comments").at("^/thanks");
            }
            stored.put(how, trial.newestAbout());
        }
        for (Marking.How how : Marking.How.values())
            assertEquals(stored.get(Marking.How.SENTENCES), stored.get(how), how.name());
        assertEquals(MainJob.SENTENCE, ((Map<?, ?>) trial.newestAbout().get("quote")).get("exact"));
    }
}
