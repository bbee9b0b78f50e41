package org.hornsten.document;

/** A file that is not taken in, and why. The words for the person belong to the caller. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_NAME = 100;

    private final Reason reason;
    private final String part;

    public enum Reason {
        /** Neither a Word file nor a damaged one: PDF, text, spreadsheet, any other zip. */
        NOT_A_WORD_FILE,
        /** Word's format of before 2007 (.doc): to be saved anew as .docx. */
        OLD_WORD_FILE,
        /** Locked with a password. */
        PASSWORD,
        /** More than 10 MB. */
        TOO_BIG,
        /** More than 2,000 parts. */
        TOO_MANY_PARTS,
        /** Unpacks to far more than its size. */
        COMPRESSED_BOMB,
        /** More text than a draft can hold. */
        TOO_LONG,
        /** Tables within tables, or other nesting, beyond measure. */
        TOO_DEEP,
        /** Not read within the time allowed. */
        TOO_SLOW,
        /** Too many files are being read just now; the same file may be sent again. */
        BUSY,
        /** Carries macros, or is of a kind that may. */
        MACROS,
        /** Carries another file inside. */
        EMBEDDED_FILES,
        /** Declares a document type or entities, which no Word file does. */
        DOCTYPE,
        /** A Word file that is cut off or broken. */
        DAMAGED,
        /** Nothing in it that can be read as text. */
        EMPTY,
        /** No text parted into columns: a spreadsheet's own file, a picture, anything else. */
        NOT_A_TABLE,
        /** A table of more than 4 MB. */
        TABLE_TOO_BIG,
        /** More than 10,000 rows. */
        TOO_MANY_ROWS,
        /** A quotation mark that is opened and never closed, or the like. */
        ROW_BROKEN,
        /** Letters of an old DOS or Mac program, which cannot be told apart from others. */
        UNKNOWN_LETTERS,
        /** The file itself was made of letters read wrongly. */
        BROKEN_LETTERS
    }

    Unreadable(Reason reason) {
        this(reason, "");
    }

    Unreadable(Reason reason, String part) {
        super(reason.name());
        this.reason = reason;
        this.part = plain(part);
    }

    public Reason reason() {
        return reason;
    }

    /** The name, inside the file, of the part that was refused; empty when it is the file as a whole. */
    public String part() {
        return part;
    }

    // The name was written by whoever made the file and ends up on a page, in a log, in a mail.
    private static String plain(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._/ -]", "?");
        return safe.length() > LONGEST_NAME ? safe.substring(0, LONGEST_NAME) : safe;
    }
}
