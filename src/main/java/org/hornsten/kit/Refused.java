package org.hornsten.kit;

import java.util.List;

/** A rule said no. Holds the key of the words that tell the person why ({@code room:key}), never the words. */
public class Refused extends RuntimeException {
    public final String field;
    public final String key;
    public final transient List<Object> arguments;

    /** About the act as a whole. */
    public Refused(String key) {
        this("", key);
    }

    /** About one field of the form or of the JSON body. */
    public Refused(String field, String key, Object... arguments) {
        super(key, null, false, false);
        this.field = field;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** All that is wrong, where one act was refused for several things. */
    public List<Refused> each() {
        return List.of(this);
    }
}
