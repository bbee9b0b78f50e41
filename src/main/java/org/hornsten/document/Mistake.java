package org.hornsten.document;

import org.hornsten.kit.Refused;

/** What is wrong in one row of a table, as a spreadsheet counts rows, and in which column. */
public record Mistake(int row, String field, Refused why) {
    public static Mistake of(int row, Refused why) {
        return new Mistake(row, why.field, why);
    }
}
