package org.hornsten;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All tables of the database, each with what it holds, as one number. */
final class Tables {
    private Tables() {}

    static Map<String, String> now() {
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery("show full tables where table_type = 'BASE TABLE'")) {
                while (tables.next()) names.add(tables.getString(1));
            }
            Map<String, String> sums = new TreeMap<>();
            for (String name : names)
                try (ResultSet sum = statement.executeQuery("checksum table `" + name + "`")) {
                    sum.next();
                    sums.put(name, sum.getString(2));
                }
            return sums;
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
