package org.hornsten.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * Knows what was sent and what was acknowledged, from a journal on disk outside the database under test, and tells
 * whether the promise was kept: acknowledged is stored, sending twice counts once, nothing is half stored.
 */
public final class Oracle implements Closeable {
    private final Path journal;
    private final FileChannel file;

    private Oracle(Path journal, FileChannel file) {
        this.journal = journal;
        this.file = file;
    }

    public static Oracle writing(Path journal) {
        try {
            Files.createDirectories(journal.toAbsolutePath().getParent());
            return new Oracle(journal, FileChannel.open(journal, CREATE, TRUNCATE_EXISTING, WRITE));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The way by which a submission is sent, again too. */
    public interface Door {
        /** @return the receipt; nothing when the outcome is unknown */
        Optional<String> send(String submission, String words);

        /** The words the receipt opens. */
        Optional<String> opened(String receipt);
    }

    /**
     * @param unknown submissions sent and never acknowledged; {@code stored} so many of them were there all the
     * same
     */
    public record Verdict(int acknowledged, int unknown, int stored, List<String> findings) {}

    /** Before the request leaves. */
    public void sent(String submission, String words) {
        write("sent\t" + submission + "\t" + words);
    }

    /** After the thank-you page. */
    public void acknowledged(String submission, String receipt) {
        write("acked\t" + submission + "\t" + receipt);
    }

    private synchronized void write(String line) {
        try {
            file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** @param draft public id of the draft to which all was sent, and to which nobody else sends */
    public Verdict check(Connection database, String draft, Door door) {
        try {
            return new Check(database, draft, door).verdict();
        } catch (SQLException | IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class Check {
        private final Connection database;
        private final String draft;
        private final Door door;
        private final Map<String, String> sent = new LinkedHashMap<>();
        private final Map<String, String> receipts = new HashMap<>();
        private final List<String> findings = new ArrayList<>();

        Check(Connection database, String draft, Door door) throws IOException {
            this.database = database;
            this.draft = draft;
            this.door = door;
            for (String line : Files.readAllLines(journal)) {
                String[] parts = line.split("\t");
                (parts[0].equals("sent") ? sent : receipts).put(parts[1], parts[2]);
            }
        }

        Verdict verdict() throws SQLException {
            Map<String, Integer> rows = rows();
            int stored = 0;
            for (String submission : sent.keySet()) {
                int times = rows.getOrDefault(sent.get(submission), 0);
                boolean acknowledged = receipts.containsKey(submission);
                if (acknowledged && times == 0) findings.add("acknowledged and lost: " + submission);
                if (times > 1) findings.add("stored " + times + " times: " + submission);
                if (acknowledged) opens(submission, receipts.get(submission));
                else stored += times;
            }
            resolve();
            rows.keySet().stream().filter(words -> !sent.containsValue(words))
                    .forEach(words -> findings.add("stored and never sent: " + words));
            whole();
            return new Verdict(receipts.size(), sent.size() - receipts.size(), stored, List.copyOf(findings));
        }

        private void opens(String submission, String receipt) {
            if (!door.opened(receipt).equals(Optional.of(sent.get(submission))))
                findings.add("the receipt does not open it: " + submission);
        }

        /** Whoever does not know sends again: that gives one row and a receipt, the same each time. */
        private void resolve() throws SQLException {
            List<String> unknown = sent.keySet().stream().filter(id -> !receipts.containsKey(id)).toList();
            for (String submission : unknown) {
                Optional<String> receipt = door.send(submission, sent.get(submission));
                if (receipt.isEmpty()) findings.add("sent again and not acknowledged: " + submission);
                else if (!receipt.equals(door.send(submission, sent.get(submission))))
                    findings.add("another receipt each time: " + submission);
                else opens(submission, receipt.get());
            }
            Map<String, Integer> rows = rows();
            unknown.stream().filter(id -> rows.getOrDefault(sent.get(id), 0) != 1)
                    .forEach(id -> findings.add("sent again and stored " + rows.getOrDefault(sent.get(id), 0)
                    + " times: " + id));
        }

        /** What belongs together is there together: the words, a viewpoint, the entry in the ledger, the submission. */
        private void whole() throws SQLException {
            Set<String> said = ids("select public_id from contribution where about_id = ?", draft);
            compare(said, ids("""
                    select distinct c.public_id from contribution c join viewpoint v on v.contribution_id = c.id
                    where c.about_id = ?""", draft), "a viewpoint");
            compare(said, ids("""
                    select json_value(payload, '$.contribution.id') from ledger_entry where verb = 'said' and about_id = ?""",
                    draft), "an entry in the ledger");
            Set<String> made = ids("select result from submission where month <> ?", "");
            if (made.contains("")) findings.add("a submission is taken and has made nothing");
            compare(said, made, "its submission");
        }

        private void compare(Set<String> said, Set<String> others, String what) {
            said.stream().filter(id -> !others.contains(id)).forEach(id -> findings.add("without " + what + ": " + id));
            // submissions are not told apart by draft, all else is
            if (!what.equals("its submission")) others.stream().filter(id -> !said.contains(id))
                    .forEach(id -> findings.add(what + " without what was said: " + id));
        }

        private Map<String, Integer> rows() throws SQLException {
            Map<String, Integer> rows = new HashMap<>();
            try (PreparedStatement query =
                    database.prepareStatement("select words from contribution where about_id = ?")) {
                query.setString(1, draft);
                ResultSet found = query.executeQuery();
                while (found.next()) rows.merge(found.getString(1), 1, Integer::sum);
            }
            return rows;
        }

        private Set<String> ids(String sql, String parameter) throws SQLException {
            Set<String> ids = new HashSet<>();
            try (PreparedStatement query = database.prepareStatement(sql)) {
                query.setString(1, parameter);
                ResultSet found = query.executeQuery();
                while (found.next()) ids.add(found.getString(1));
            }
            return ids;
        }
    }
}
