package org.hornsten.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.hornsten.draft.Draft;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.workshop.Accessibility;
import org.hornsten.workshop.Material;
import org.hornsten.workshop.Plan;
import org.hornsten.workshop.Step;
import org.hornsten.workshop.WallClock;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestForm;

/** A workshop as typed; steps of the programme and materials are rows of equally long lists. */
public record WorkshopForm(@RestForm String titleSv, @RestForm String titleFi, @RestForm String titleEn,
                           @RestForm String descriptionSv, @RestForm String descriptionFi,
                           @RestForm String descriptionEn, @RestForm String form, @RestForm String day,
                           @RestForm String starts, @RestForm String ends, @RestForm String endsDay,
                           @RestForm String closesDay, @RestForm String closes, @RestForm String placeSv,
                           @RestForm String placeFi, @RestForm String placeEn, @RestForm String link,
                           @RestForm String seats, @RestForm List<String> offers, @RestForm String noteSv,
                           @RestForm String noteFi, @RestForm String noteEn, @RestForm List<String> stepKey,
                           @RestForm List<String> stepKind, @RestForm List<String> stepMinutes,
                           @RestForm List<String> stepSv, @RestForm List<String> stepFi, @RestForm List<String> stepEn,
                           @RestForm List<String> askSv, @RestForm List<String> askFi, @RestForm List<String> askEn,
                           @RestForm List<String> materialSv, @RestForm List<String> materialFi,
                           @RestForm List<String> materialEn, @RestForm List<String> materialLink,
                           @RestForm List<String> textSv, @RestForm List<String> textFi, @RestForm List<String> textEn,
                           @RestForm String draft, @RestForm String edition, @RestForm String more,
                           @RestForm String submission) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");


    static WorkshopForm blank() {
        return new WorkshopForm(null, null, null, null, null, null, "in_person", null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, List.of("", "", ""), null, null, null, null,
                null, null, null, null, List.of(""), null, null, null, null, null, null, null, "0", null, null);
    }

    /** As a person would fill it in for this workshop. */
    public static WorkshopForm of(Workshop w, ZoneId zone) {
        boolean oneDay = day(w.startsAt, zone).equals(day(w.endsAt, zone));
        boolean untilStart = w.closesAt.equals(w.startsAt);
        return new WorkshopForm(in(w.title, "sv"), in(w.title, "fi"), in(w.title, "en"), in(w.description, "sv"),
                in(w.description, "fi"), in(w.description, "en"), w.form.name().toLowerCase(Locale.ROOT),
                day(w.startsAt, zone), time(w.startsAt, zone), time(w.endsAt, zone), oneDay ? "" : day(w.endsAt, zone),
                untilStart ? "" : day(w.closesAt, zone), untilStart ? "" : time(w.closesAt, zone), in(w.place, "sv"),
                in(w.place, "fi"), in(w.place, "en"), w.link, w.seats == null ? "" : "" + w.seats,
                w.accessibility.offers().stream().map(Enum::name).toList(), in(w.accessibility.note(), "sv"),
                in(w.accessibility.note(), "fi"), in(w.accessibility.note(), "en"),
                w.programme.stream().map(Step::key).toList(), w.programme.stream().map(s -> s.kind().name()).toList(),
                w.programme.stream().map(s -> "" + s.minutes()).toList(), steps(w, "sv"), steps(w, "fi"),
                steps(w, "en"), questions(w, "sv"), questions(w, "fi"), questions(w, "en"), materials(w, "sv"),
                materials(w, "fi"), materials(w, "en"),
                w.materials.stream().map(m -> Objects.toString(m.link(), "")).toList(), texts(w, "sv"), texts(w, "fi"),
                texts(w, "en"), w.draft == null ? "" : w.draft.publicId, "" + w.edition, null, null);
    }

    /** A step as typed. */
    public record StepRow(int number, String key, String kind, String minutes, Multilingual title,
                          Multilingual question) {
        public String in(String language) {
            return title.exactly(language).orElse("");
        }

        public String asks(String language) {
            return question.exactly(language).orElse("");
        }

        boolean empty() {
            return title.isEmpty() && question.isEmpty() && minutes.isBlank();
        }

        Step step() {
            if (!minutes.strip().matches("\\d{1,4}")) throw new Refused("programme", "workshop:step_minutes");
            return new Step(key, Arrays.stream(Step.Kind.values()).filter(one -> one.name().equalsIgnoreCase(kind))
                    .findFirst().orElseThrow(() -> new Refused("programme", "workshop:step_kind_missing")), title,
                    Integer.parseInt(minutes.strip()), question);
        }
    }

    /** Something to read, as typed. */
    public record MaterialRow(int number, Multilingual title, String link, Multilingual text) {
        public String in(String language) {
            return title.exactly(language).orElse("");
        }

        public String text(String language) {
            return text.exactly(language).orElse("");
        }

        boolean empty() {
            return title.isEmpty() && link.isBlank() && text.isEmpty();
        }
    }

    boolean wantsMoreRows() {
        return more != null;
    }

    /** Whether it goes on past midnight, or is said to. */
    public boolean otherDay() {
        return !said(endsDay).isBlank();
    }

    int seen() {
        return edition != null && edition.matches("\\d{1,9}") ? Integer.parseInt(edition) : -1;
    }

    /** What is typed in one field of one language. */
    public String text(String field, String language) {
        return words(field).exactly(language).orElse("");
    }

    private Multilingual words(String field) {
        return switch (field) {
            case "title" -> of(titleSv, titleFi, titleEn);
            case "description" -> of(descriptionSv, descriptionFi, descriptionEn);
            case "place" -> of(placeSv, placeFi, placeEn);
            default -> of(noteSv, noteFi, noteEn);
        };
    }

    /** With one empty row more where that is wished. */
    public List<StepRow> steps() {
        List<StepRow> rows = new ArrayList<>();
        int there = Math.max(rows(stepKey), Math.max(rows(stepSv), rows(stepFi)));
        int shown = there + ("steps".equals(more) || there == 0 ? 1 : 0);
        for (int i = 0; i < Math.min(shown, Step.MOST); i++) rows.add(new StepRow(i + 1, at(stepKey, i),
                kind(i), at(stepMinutes, i), of(at(stepSv, i), at(stepFi, i), at(stepEn, i)),
                of(at(askSv, i), at(askFi, i), at(askEn, i))));
        return rows;
    }

    public List<MaterialRow> materials() {
        List<MaterialRow> rows = new ArrayList<>();
        int there = rows(materialLink);
        int shown = there + ("materials".equals(more) || there == 0 ? 1 : 0);
        for (int i = 0; i < Math.min(shown, Material.MOST); i++) rows.add(new MaterialRow(i + 1,
                of(at(materialSv, i), at(materialFi, i), at(materialEn, i)), at(materialLink, i),
                of(at(textSv, i), at(textFi, i), at(textEn, i))));
        return rows;
    }

    /** @param drafts those it may be about */
    Plan plan(ZoneId zone, List<Draft> drafts) {
        LocalDate first = WallClock.day("day", said(day));
        Instant begin = WallClock.at(first, WallClock.time("starts", said(starts)), zone, "starts");
        LocalDate last = said(endsDay).isBlank() ? first : WallClock.day("endsDay", endsDay);
        Instant end = WallClock.at(last, WallClock.time("ends", said(ends)), zone, "ends");
        return new Plan(words("title"), words("description"), meeting(), begin, end, closing(zone),
                words("place"), link, seatCount(), steps().stream().filter(row -> !row.empty()).map(StepRow::step)
                        .toList(), Accessibility.of(offered(), words("note")),
                materials().stream().filter(row -> !row.empty())
                        .map(row -> new Material(row.title(), row.link(), row.text())).toList(), about(drafts));
    }

    private Workshop.Form meeting() {
        return Arrays.stream(Workshop.Form.values()).filter(one -> one.name().equalsIgnoreCase(form)).findFirst()
                .orElseThrow(() -> new Refused("form", "workshop:form_missing"));
    }

    private Instant closing(ZoneId zone) {
        if (said(closesDay).isBlank() && said(closes).isBlank()) return null;
        LocalDate last = WallClock.day("closesDay", said(closesDay));
        return said(closes).isBlank() ? WallClock.at(last, LocalTime.of(23, 59), zone, "closes")
                : WallClock.at(last, WallClock.time("closes", closes), zone, "closes");
    }

    private Integer seatCount() {
        String typed = said(seats).strip();
        if (typed.isEmpty()) return null;
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    private List<Accessibility.Offer> offered() {
        return Arrays.stream(Accessibility.Offer.values())
                .filter(one -> offers != null && offers.contains(one.name())).toList();
    }

    private Draft about(List<Draft> drafts) {
        if (said(draft).isBlank()) return null;
        return drafts.stream().filter(one -> one.publicId.equals(draft)).findFirst()
                .orElseThrow(() -> new Refused("draft", "workshop:draft_elsewhere"));
    }

    private static List<String> steps(Workshop w, String language) {
        return w.programme.stream().map(step -> in(step.title(), language)).toList();
    }

    private static List<String> questions(Workshop w, String language) {
        return w.programme.stream().map(step -> in(step.question(), language)).toList();
    }

    private static List<String> materials(Workshop w, String language) {
        return w.materials.stream().map(material -> in(material.title(), language)).toList();
    }

    private static List<String> texts(Workshop w, String language) {
        return w.materials.stream().map(material -> in(material.text(), language)).toList();
    }

    /** A row nobody has chosen anything in begins with the first of the list, as it is shown. */
    private String kind(int row) {
        return at(stepKind, row).isEmpty() ? Step.Kind.TALK.name() : at(stepKind, row);
    }

    private static int rows(List<String> column) {
        return column == null ? 0 : column.size();
    }

    private static String at(List<String> column, int row) {
        return row < rows(column) ? Optional.ofNullable(column.get(row)).orElse("") : "";
    }

    private static Multilingual of(String sv, String fi, String en) {
        return Multilingual.of(said(sv), said(fi), said(en));
    }

    private static String in(Multilingual text, String language) {
        return text.exactly(language).orElse("");
    }

    private static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toString();
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static String said(String typed) {
        return Objects.toString(typed, "").replace("\r\n", "\n");
    }
}
