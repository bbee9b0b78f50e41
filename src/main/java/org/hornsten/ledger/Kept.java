package org.hornsten.ledger;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One act of a person: one transaction of its own, answered only after it is committed, done again as a whole when
 * the database asks for it. An answer that refuses (status 400 and up) leaves nothing behind.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Kept {
    /** Whether the act carries a submission id, so that it may be done again also when nobody knows how it ended. */
    @Nonbinding boolean once() default false;
}
