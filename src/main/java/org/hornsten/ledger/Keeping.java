package org.hornsten.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.hornsten.kit.Causes;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;

/** Runs an act as {@link Kept} tells. */
@Kept
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class Keeping {
    static final int TRIES = 5;
    /** Somebody made the same at the same moment: the second reading finds it and says so in words. */
    private static final int DUPLICATE = 1062;
    /**
     * A database that is killed forgets a block of numbers it has just handed out, which this server goes on using, and
     * hands out the same block again: each try takes the next number of it, and behind it is a free one.
     */
    static final int BLOCK = 50;

    @AroundInvoke
    Object keep(InvocationContext act) throws Exception {
        boolean once = act.getMethod().getAnnotation(Kept.class).once();
        for (int attempt = 1, numbers = BLOCK; ; ) {
            try {
                return once(act);
            } catch (Exception problem) {
                if (numbers > 0 && numberTaken(problem)) numbers--;
                else if (attempt++ == TRIES || !worthAnother(problem, once)) throw problem;
                else Thread.sleep(ThreadLocalRandom.current().nextInt(10, 200));
            }
        }
    }

    private Object once(InvocationContext act) throws Exception {
        QuarkusTransaction.begin();
        try {
            Object answer = act.proceed();
            boolean refuses = answer instanceof Response response && response.getStatus() >= 400;
            if (refuses || QuarkusTransaction.isRollbackOnly()) QuarkusTransaction.rollback();
            else QuarkusTransaction.commit();
            return answer;
        } finally {
            if (QuarkusTransaction.isActive()) QuarkusTransaction.rollback();
        }
    }

    private boolean worthAnother(Throwable problem, boolean once) {
        if (problem instanceof Refused || problem instanceof Missing) return false;
        List<Throwable> causes = Causes.of(problem).toList();
        // Somebody committed between our reading and our writing: the second reading sees what they wrote.
        if (causes.stream().anyMatch(OptimisticLockException.class::isInstance)) return true;
        return causes.stream().filter(SQLException.class::isInstance).map(SQLException.class::cast).anyMatch(sql ->
                Causes.asksAgain(sql) || sql.getErrorCode() == DUPLICATE || once && connectionLost(sql));
    }

    private static boolean numberTaken(Throwable problem) {
        return Causes.of(problem).filter(SQLException.class::isInstance).map(SQLException.class::cast).anyMatch(sql ->
                sql.getErrorCode() == DUPLICATE && String.valueOf(sql.getMessage()).contains("for key 'PRIMARY'"));
    }

    /** SQL states of class 08: whether the work was done is unknown. */
    private boolean connectionLost(SQLException sql) {
        return sql.getSQLState() != null && sql.getSQLState().startsWith("08");
    }
}
