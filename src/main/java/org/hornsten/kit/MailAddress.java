package org.hornsten.kit;

/** What may be an e-mail address: simpler than RFC 5321, and nothing that would end a header or begin another. */
public final class MailAddress {
    private static final int LONGEST = 254;
    private static final String PART = "[^\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\@";
    private static final String FORM = PART + "]+@" + PART + ".]+(\\." + PART + ".]+)+";

    private MailAddress() {}

    public static boolean possible(String text) {
        return text.length() <= LONGEST && text.matches(FORM);
    }
}
