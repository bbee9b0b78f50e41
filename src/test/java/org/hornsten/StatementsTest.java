package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.hornsten.identity.Person;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** No page and no answer asks the database more than a few questions, however much there is to show. */
@QuarkusTest
class StatementsTest {
    private static final int MOST = 8;
    private static final int TIMES = 12;

    @Test
    void whatever_a_lead_opens_takes_eight_statements_at_most() {
        Example example = Example.made().grown(TIMES);
        List<String> many = new ArrayList<>();
        List<String> rows = AccessTest.TABLE.values().stream().flatMap(String::lines)
                .filter(row -> row.startsWith("GET "))
                // as long as a line is open the house asks again and again, for all lines at once
                .filter(row -> !row.endsWith("/board/events")).toList();
        Person lena = World.lena();
        for (String row : rows) {
            example.tried(row, lena);
            List<String> heard = Statements.during(() -> example.tried(row, lena));
            if (heard.size() > MOST) many.add(row + ": " + heard.size() + "\n  " + String.join("\n  ", heard));
        }
        assertEquals("", String.join("\n", many));
    }
}
