package org.hornsten.kit;

/** One cell of a table for other programs (CSV, RFC 4180), always in quotes. */
public final class Cell {
    /** A spreadsheet would take a cell that begins with one of these for a formula, the full-width ones too. */
    private static final String FORMULA = "=+-@\t\r\n\0＝＋－＠";

    private Cell() {}

    /** With an apostrophe in front where a spreadsheet would calculate. */
    public static String of(String text) {
        boolean formula = !text.strip().isEmpty() && FORMULA.indexOf(text.strip().charAt(0)) >= 0
                || !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
