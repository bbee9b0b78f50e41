package org.hornsten.workshop;

import java.util.List;

/** What lies ready for who comes, beside the links and texts of the plan: a bean of the room that keeps it. */
public interface Shelf {
    /** In the order it is to be read; what is said of it is in the reader's language. */
    List<Paper> of(Workshop workshop);

    /**
     * A file to fetch.
     *
     * @param language of what stands in it
     * @param what     its kind and size, for people
     */
    record Paper(String title, String language, String what, boolean largePrint, boolean easy, String path) {}
}
