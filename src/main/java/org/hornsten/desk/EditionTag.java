package org.hornsten.desk;

import jakarta.ws.rs.ClientErrorException;

/** The edition of something that can be edited, as the ETag and If-Match headers carry it: {@code "3"}. */
final class EditionTag {
    private static final int PRECONDITION_FAILED = 412;

    private EditionTag() {}

    static String of(int edition) {
        return "\"" + edition + "\"";
    }

    /**
     * @param match the If-Match header; nothing and {@code *} mean the edition there is
     * @throws ClientErrorException 412 when it names another one
     */
    static int wanted(String match, int edition) {
        if (match == null || match.isBlank() || match.strip().equals("*")) return edition;
        for (String tag : match.split(",")) if (tag.strip().equals(of(edition))) return edition;
        throw new ClientErrorException(PRECONDITION_FAILED);
    }
}
