package org.hornsten.web;

import jakarta.ws.rs.BadRequestException;
import org.jboss.resteasy.reactive.RestQuery;

/** Which part of a list is asked for: {@code ?size=} (at most 200) and {@code &after=} as the last answer told. */
public record Paging(@RestQuery String size, @RestQuery String after) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    public int most() {
        if (size == null) return USUAL;
        if (!size.matches("[1-9]\\d{0,8}")) throw new BadRequestException();
        return Math.min(Integer.parseInt(size), MOST);
    }

    /** The same where more than the most is refused, not cut. */
    public int exactly() {
        if (size != null && !size.equals("" + most())) throw new BadRequestException();
        return most();
    }

    /** @param start what stands for the beginning of the list */
    public long from(long start) {
        if (after == null) return start;
        if (!after.matches("\\d{1,18}")) throw new BadRequestException();
        return Long.parseLong(after);
    }
}
