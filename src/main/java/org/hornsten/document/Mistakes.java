package org.hornsten.document;

import java.util.List;
import org.hornsten.kit.Refused;

/** Rows of a table are wrong: nothing of it is taken. */
public final class Mistakes extends Refused {
    private final transient List<Refused> all;

    /**
     * Which row it is belongs to the field, so that no program has to read it out of the words.
     *
     * @param key the words for all of them, told how many rows are wrong
     */
    public Mistakes(String key, List<Mistake> mistakes) {
        super("file", key, (int) mistakes.stream().map(Mistake::row).distinct().count());
        all = mistakes.stream().map(one -> new Refused("rows." + one.row() + "." + one.field(), one.why().key,
                one.why().arguments.toArray())).toList();
    }

    @Override
    public List<Refused> each() {
        return all;
    }
}
