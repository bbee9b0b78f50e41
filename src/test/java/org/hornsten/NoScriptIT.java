package org.hornsten;

import org.junit.jupiter.api.Test;

/** The main job in browsers that run no scripts at all. */
class NoScriptIT {

    @Test
    void nothing_of_the_main_job_needs_scripts() {
        new MainJob(false).tell();
    }
}
