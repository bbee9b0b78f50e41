package org.hornsten.info;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hornsten.kit.Multilingual;
import org.junit.jupiter.api.Test;

class KnownIssueTest {
    @Test
    void each_known_issue_names_its_criterion_and_is_told_in_every_language() {
        for (KnownIssue issue : KnownIssue.all()) {
            assertTrue(issue.criterion().matches("[1-4]\\.[1-5]\\.\\d{1,2}"), issue.criterion());
            assertTrue(issue.words().has(Multilingual.LANGUAGES), issue.criterion());
        }
    }
}
