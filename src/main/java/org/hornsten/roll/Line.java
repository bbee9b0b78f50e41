package org.hornsten.roll;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hornsten.document.Mistake;
import org.hornsten.document.Table;
import org.hornsten.kit.MailAddress;
import org.hornsten.kit.Refused;
import org.hornsten.panel.Area;
import org.hornsten.panel.Profile;
import org.hornsten.panel.Seat;
import org.hornsten.panel.Term;
import org.hornsten.project.Whom;
import org.hornsten.roll.Vocabulary.Column;

/**
 * One row of a list of members, read.
 *
 * @param areas     empty where nothing is said
 * @param consentOn null where nothing is said
 */
record Line(int row, String name, String email, Whom.Address address, String language, Seat.Wanted wanted,
            Set<Area> areas, LocalDate consentOn) {
    private static final int LONGEST = 200;
    private static final int QUOTED = 40;
    private static final int LONGEST_MAIL = 254;

    /** Reads cells by their columns; each that cannot be read is told and left out. */
    static final class Reader {
        private final Vocabulary words;
        private final Map<Column, Integer> columns;
        private final List<Mistake> wrong;
        private final Map<String, Optional<?>> known = new HashMap<>();

        Reader(Vocabulary words, Map<Column, Integer> columns, List<Mistake> wrong) {
            this.words = words;
            this.columns = columns;
            this.wrong = wrong;
        }

        /** @param usual the language of who has none */
        Line read(Table.Row row, String usual) {
            String name = text(row, Column.NAME, LONGEST).replaceAll("\\s+", " ");
            if (name.isEmpty()) tell(row, Column.NAME, new Refused("roll:row_name"));
            String email = text(row, Column.EMAIL, LONGEST_MAIL);
            if (!email.isEmpty() && !MailAddress.possible(email))
                tell(row, Column.EMAIL, new Refused("web:mail_wrong"));
            Optional<String> language = one(row, Column.LANGUAGE, words::language, "roll:row_language");
            Profile profile = Profile.of(one(row, Column.AGE, words::age, "roll:row_age").orElse(null),
                    text(row, Column.MUNICIPALITY, 100), language.orElse(null));
            Term term = new Term(one(row, Column.FROM, Term::day, "roll:row_day").orElse(null),
                    one(row, Column.TO, Term::day, "roll:row_day").orElse(null));
            Seat.Wanted wanted = new Seat.Wanted(
                    one(row, Column.KIND, words::kind, "roll:row_kind").orElse(null),
                    text(row, Column.BODY, LONGEST), null, term, profile,
                    one(row, Column.BORN, Reader::year, "panel:birth_year_wrong").orElse(null));
            return new Line(row.number(), name, email, address(row), language.orElse(usual), wanted, areas(row),
                    one(row, Column.CONSENT, Term::day, "roll:row_day").orElse(null));
        }

        private Whom.Address address(Table.Row row) {
            return new Whom.Address(text(row, Column.STREET, LONGEST), text(row, Column.POSTCODE, 20),
                    text(row, Column.TOWN, LONGEST));
        }

        private Set<Area> areas(Table.Row row) {
            Set<Area> areas = EnumSet.noneOf(Area.class);
            Arrays.stream(cell(row, Column.EXPERIENCE).split("[,;/|]")).map(String::strip).filter(w -> !w.isEmpty())
                    .forEach(word -> words.area(word).ifPresentOrElse(areas::add, () -> tell(row, Column.EXPERIENCE,
                            new Refused("", "roll:row_area", word))));
            if (!areas.isEmpty() && cell(row, Column.CONSENT).isEmpty())
                tell(row, Column.CONSENT, new Refused("roll:row_consent"));
            return areas;
        }

        private static Optional<Integer> year(String cell) {
            return cell.matches("(19|20)\\d\\d") ? Optional.of(Integer.parseInt(cell)) : Optional.empty();
        }

        @SuppressWarnings("unchecked")
        private <T> Optional<T> one(Table.Row row, Column column, Function<String, Optional<T>> reads, String key) {
            String cell = cell(row, column);
            if (cell.isEmpty()) return Optional.empty();
            // the same few words come in thousands of rows
            Optional<T> read = (Optional<T>) known.computeIfAbsent(column + cell, unread -> reads.apply(cell));
            if (read.isEmpty())
                tell(row, column, new Refused("", key, cell.substring(0, Math.min(cell.length(), QUOTED))));
            return read;
        }

        private String text(Table.Row row, Column column, int most) {
            String cell = cell(row, column);
            if (cell.length() > most) tell(row, column, new Refused("", "web:too_long", most));
            return cell;
        }

        private String cell(Table.Row row, Column column) {
            return columns.containsKey(column) ? row.cell(columns.get(column)) : "";
        }

        private void tell(Table.Row row, Column column, Refused why) {
            wrong.add(new Mistake(row.number(), column.field(), why));
        }
    }

    String nameKey() {
        return name.toLowerCase(Locale.ROOT);
    }

    String emailKey() {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Whether two of the same name are known to be two people. */
    boolean differs(Line other) {
        return differ(emailKey(), other.emailKey()) || differ(text(address.postcode()), text(other.address.postcode()))
                || differ(text(wanted.profile().municipality()), text(other.wanted.profile().municipality()))
                || differ(text(wanted.nominatingBody()), text(other.wanted.nominatingBody()));
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equalsIgnoreCase(other);
    }

    static String text(String perhaps) {
        return perhaps == null ? "" : perhaps;
    }
}
