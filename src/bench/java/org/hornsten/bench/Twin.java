package org.hornsten.bench;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hornsten.fault.OwnDatabase;

/** The least a database does for a submission: one row and ten more in one durable transaction, by plain JDBC. */
final class Twin implements Loop.Act {
    private static final int LINES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Connection connection;
    private final PreparedStatement head;
    private final PreparedStatement lines;

    Twin(OwnDatabase database) throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        head = connection.prepareStatement("insert into twin_head (id, words) values (?, ?)");
        lines = connection.prepareStatement("insert into twin_line (head, number, words) values "
                + IntStream.range(0, LINES).mapToObj(i -> "(?, ?, ?)").collect(Collectors.joining(", ")));
    }

    static void prepare(OwnDatabase database) {
        try (Connection connection = database.connect(); Statement sql = connection.createStatement()) {
            sql.execute("create table twin_head (id bigint not null primary key, words varchar(500) not null)");
            sql.execute("""
                    create table twin_line (head bigint not null, number int not null, words varchar(100) not null,
                    primary key (head, number))""");
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @Override
    public void once() throws SQLException {
        long id = RANDOM.nextLong();
        head.setLong(1, id);
        head.setString(2, Commenting.WORDS);
        head.executeUpdate();
        for (int i = 0; i < LINES; i++) {
            lines.setLong(3 * i + 1, id);
            lines.setInt(3 * i + 2, i);
            lines.setString(3 * i + 3, "an answer to question " + i);
        }
        lines.executeUpdate();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
