package org.hornsten.privacy;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Entry;

/**
 * What must never be again, written down outside the database: a backup that is older than an erasure brings the words
 * back, one that is older than the end of a link brings the link back, and this file takes them away again at the next
 * start. A line is {@code 2026-11-22 left person:ID}: no name, no word. Only what can be taken back, blocking and a
 * guardian's yes, is written down to the thousandth of a second.
 */
@ApplicationScoped
public class Journal {
    /** The acts after which words or names, links or plain codes are gone for good, and who may not come in. */
    private static final List<String> VERBS = List.of("left", "erased", "withdrawn", "forgotten", "ended", "destroyed",
            "blocked", "unblocked", "approved", "disapproved");
    private static final List<String> TAKEN_BACK = List.of("blocked", "unblocked", "approved", "disapproved");
    private static final Pattern LINE = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d\\S*) ([a-z]+) ([a-z]+):(\\S+)(?: person:(\\S+))?");
    /** Whose taking part in a project it is about. */
    private static final Pattern PERSON = Pattern.compile("\"person\":\\{[^}]*\"id\":\"([^\"]+)\"");
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Path file;

    Journal(@ConfigProperty(name = "hornsten.journal") Path file) {
        this.file = file;
    }

    /**
     * What was done to what.
     *
     * @param at     the day, or the moment of what can be taken back
     * @param person by public id, whose taking part in a project it is about
     */
    public record Line(String at, String verb, Ref about, Optional<String> person) {}

    /** In the order written; unreadable lines are passed over. */
    public List<Line> lines() {
        return read().stream().map(LINE::matcher).filter(line -> line.matches())
                .map(line -> new Line(line.group(1), line.group(2), new Ref(line.group(3), line.group(4)),
                        Optional.ofNullable(line.group(5)))).toList();
    }

    /** Whether the database knows of it: then it is not older than that, and right by itself. */
    public boolean known(Line line) {
        return Entry.<Entry>list("verb = ?1 and aboutKind = ?2 and aboutId = ?3", line.verb(), line.about().kind(),
                line.about().id()).stream().anyMatch(entry -> moment(entry).equals(line.at())
                && person(entry).equals(line.person()));
    }

    /** Writes down what was kept, as soon as it is committed. */
    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) Entry entry) {
        if (VERBS.contains(entry.verb)) write(List.of(line(entry)));
    }

    /** Adds what another node kept, or what could not be written when it happened. */
    public void complete() {
        Set<String> missing = new LinkedHashSet<>();
        Entry.<Entry>list("verb in ?1 order by seq", VERBS).forEach(entry -> missing.add(line(entry)));
        read().forEach(missing::remove);
        if (!missing.isEmpty()) write(List.copyOf(missing));
    }

    private static String line(Entry entry) {
        return moment(entry) + " " + entry.verb + " " + entry.aboutKind + ":" + entry.aboutId
                + person(entry).map(id -> " person:" + id).orElse("");
    }

    private static Optional<String> person(Entry entry) {
        return entry.verb.endsWith("approved")
                ? PERSON.matcher(entry.payload).results().map(found -> found.group(1)).findFirst() : Optional.empty();
    }

    private static String moment(Entry entry) {
        return TAKEN_BACK.contains(entry.verb) ? MOMENT.format(entry.at) : Time.day(entry.at).toString();
    }

    private synchronized List<String> read() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // The erasure itself is done: a full disk must not undo it, and the next completion writes the line.
    private synchronized void write(List<String> lines) {
        try {
            if (file.getParent() != null) Files.createDirectories(file.getParent());
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException full) {
            Log.errorf("The journal of erasures cannot be written: %s", full.getClass().getSimpleName());
        }
    }
}
