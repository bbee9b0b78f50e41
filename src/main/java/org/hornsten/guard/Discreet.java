package org.hornsten.guard;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Lets nothing personal into the log. What a failure says in words may quote what somebody typed, so that of each only
 * its kind and its place in the program are written; and what the parts of others warn of loses its particulars.
 */
@LoggingFilter(name = "discreet")
public final class Discreet implements Filter {
    private static final String OURS = "org.hornsten";
    private static final Object LEFT_OUT = "…";

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record.getThrown() != null && !(record.getThrown() instanceof Bare))
            record.setThrown(new Bare(record.getThrown()));
        boolean ours = record.getLoggerName() != null && record.getLoggerName().startsWith(OURS);
        if (!ours && record.getLevel().intValue() >= Level.WARNING.intValue()) withoutParticulars(record);
        return true;
    }

    private static void withoutParticulars(LogRecord record) {
        Object[] particulars = record.getParameters();
        if (particulars == null || particulars.length == 0) return;
        Object[] left = new Object[particulars.length];
        Arrays.fill(left, LEFT_OUT);
        if (record instanceof ExtLogRecord extended) extended.setParameters(left);
        else record.setParameters(left);
    }

    /** A failure by its kind and its place, without its words. */
    static final class Bare extends Throwable {
        Bare(Throwable failure) {
            super(failure.getClass().getName(), failure.getCause() == null || failure.getCause() == failure ? null
                    : new Bare(failure.getCause()), false, true);
            setStackTrace(failure.getStackTrace());
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
