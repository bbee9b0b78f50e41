package org.hornsten;

import org.junit.jupiter.api.Test;

/** The main job as most people do it: Lena at her desk, Pekka on his phone. */
class MainJobIT {

    @Test
    void a_text_is_brought_heard_answered_changed_and_says_why() {
        new MainJob(true).tell();
    }
}
