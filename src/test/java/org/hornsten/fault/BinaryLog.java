package org.hornsten.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The binary log of a MariaDB as somebody reads it who has its files: every row, in the order of the commits. */
public final class BinaryLog {
    public enum Change { INSERT, UPDATE, DELETE }

    /** @param cells by the place of their column, from 1; of an update as they are after it */
    public record Row(Change change, String table, Map<Integer, String> cells) {
        public boolean is(Change wanted, String name) {
            return change == wanted && table.equals(name);
        }
    }

    private BinaryLog() {}

    /**
     * Transaction by transaction; the decoder is Debian's, of the package mariadb-client.
     *
     * @param lines hears of everything that is decoded, line by line
     */
    public static List<List<Row>> of(OwnDatabase database, Consumer<String> lines) {
        List<List<Row>> transactions = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try {
            Process decoder = new ProcessBuilder(command(database.files())).redirectError(
                    ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader decoded = new BufferedReader(
                    new java.io.InputStreamReader(decoder.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = decoded.readLine(); line != null; line = decoded.readLine()) {
                    lines.accept(line);
                    if (line.startsWith("### ")) read(line.substring(4), rows);
                    else if (line.startsWith("COMMIT") && !rows.isEmpty()) {
                        transactions.add(rows);
                        rows = new ArrayList<>();
                    }
                }
            }
            return transactions;
        } catch (IOException problem) {
            throw new UncheckedIOException("mariadb-binlog is needed: apt-get install mariadb-client", problem);
        }
    }

    private static List<String> command(Path files) throws IOException {
        List<String> command = new ArrayList<>(List.of("mariadb-binlog", "--no-defaults",
                "--base64-output=DECODE-ROWS", "--verbose"));
        try (Stream<Path> logs = Files.list(files)) {
            logs.map(Path::toString).filter(name -> name.matches(".*changes\\.\\d+")).sorted().forEach(command::add);
        }
        return command;
    }

    private static void read(String line, List<Row> rows) {
        for (Change change : Change.values())
            if (line.startsWith(change.name())) rows.add(new Row(change,
                    line.replaceFirst(".*`\\.`(.*)`.*", "$1"), new TreeMap<>()));
        String cell = line.strip();
        if (cell.startsWith("@") && !rows.isEmpty()) rows.get(rows.size() - 1).cells()
                .put(Integer.valueOf(cell.substring(1, cell.indexOf('='))), cell.substring(cell.indexOf('=') + 1));
    }
}
