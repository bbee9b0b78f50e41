package org.hornsten;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Hears every statement that goes to the database. */
@PersistenceUnitExtension
public class Statements implements StatementInspector {
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    @Override
    public String inspect(String sql) {
        HEARD.add(sql);
        return sql;
    }

    /** Those that go out while this is done. */
    public static List<String> during(Runnable act) {
        HEARD.clear();
        act.run();
        return List.copyOf(HEARD);
    }
}
