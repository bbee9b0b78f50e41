package org.hornsten.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** What a panel wishes for, as typed: a number for each value of the closed lists, and lines of municipalities. */
public record TargetForm(@RestForm List<String> ageGroup, @RestForm List<String> language,
                         @RestForm List<String> experience, @RestForm String municipality,
                         @RestForm String edition) {
    private static final Pattern PLACE = Pattern.compile("(.*\\D)[\\s:;,]+(\\d{1,6})\\s*");

    /** As a person would fill it in. */
    static TargetForm of(Target target, int edition) {
        return new TargetForm(numbers(target.ageGroup(), keys(AgeGroup.values())),
                numbers(target.language(), Multilingual.LANGUAGES), numbers(target.experience(), keys(Area.values())),
                target.municipality().entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining("\n")), "" + edition);
    }

    /** One line of a list: the value's own key, and what is typed beside it. */
    public record Cell(String key, String typed) {}

    public List<Cell> ages() {
        return cells(ageGroup, keys(AgeGroup.values()));
    }

    public List<Cell> languages() {
        return cells(language, Multilingual.LANGUAGES);
    }

    public List<Cell> areas() {
        return cells(experience, keys(Area.values()));
    }

    public String places() {
        return PanelForm.said(municipality);
    }

    int seen() {
        return edition != null && edition.matches("\\d{1,9}") ? Integer.parseInt(edition) : -1;
    }

    Target target() {
        return new Target(wanted(Dimension.AGE_GROUP, ages()), municipalities(),
                wanted(Dimension.LANGUAGE, languages()), wanted(Dimension.EXPERIENCE, areas()));
    }

    private static Map<String, Integer> wanted(Dimension dimension, List<Cell> cells) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Integer n = PanelForm.number(Target.field(dimension), cell.typed(), Panel.MOST_SEATS);
            if (n != null && n > 0) wanted.put(cell.key(), n);
        }
        return wanted;
    }

    private Map<String, Integer> municipalities() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (String line : places().lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            Matcher place = PLACE.matcher(line);
            if (!place.matches()) throw new Refused("municipality", "panel:place_unreadable", line.length() > 40
                    ? line.substring(0, 40) : line);
            wanted.merge(place.group(1).strip().replaceAll("[:;,]$", ""), Integer.valueOf(place.group(2)),
                    Integer::sum);
        }
        return wanted;
    }

    private static List<String> keys(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Target::key).toList();
    }

    private static List<String> numbers(Map<String, Integer> wanted, List<String> keys) {
        return keys.stream().map(key -> wanted.containsKey(key) ? "" + wanted.get(key) : "").toList();
    }

    private static List<Cell> cells(List<String> typed, List<String> keys) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++)
            cells.add(new Cell(keys.get(i), typed == null || i >= typed.size() ? "" : typed.get(i)));
        return cells;
    }
}
