package org.hornsten.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void bars_are_as_long_as_their_numbers() {
        List<Chart.Line> lines = new Chart("x",
                List.of(new Chart.Bar("a", Optional.of(12)), new Chart.Bar("b", Optional.of(6)))).lines();
        assertEquals(lines.get(0).length(), 2 * lines.get(1).length());
    }

    @Test
    void a_suppressed_number_has_no_geometry() {
        Chart.Line hidden = new Chart("x",
                List.of(new Chart.Bar("a", Optional.of(12)), new Chart.Bar("b", Optional.empty()))).lines().get(1);
        assertFalse(hidden.shown());
        assertEquals(0, hidden.length());
    }

    @Test
    void nothing_at_all_can_be_drawn() {
        assertEquals(0, new Chart("x", List.of(new Chart.Bar("a", Optional.of(0)))).lines().get(0).length());
        assertEquals(0, new Chart("x", List.of()).height());
    }
}
