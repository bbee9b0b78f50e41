package org.hornsten.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the next page tells, once, when the act leads on to it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Tells {
    Done value();

    /** What was done, in words of the bundle: {@code told_saved}. */
    enum Done { SAVED, BEGUN, IMPORTED, PUBLISHED, CLOSED, EXTENDED, JOINED, MASKED, DEFLECTED, ANSWERED, SORTED,
        INVITED, REMINDED, TOLD }
}
