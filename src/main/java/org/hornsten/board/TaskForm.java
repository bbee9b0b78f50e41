package org.hornsten.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** What a step asks, as typed: a choice on each line, line beside line in the languages. */
public record TaskForm(@RestForm String step, @RestForm String dots, @RestForm String stacked, @RestForm String about,
                       @RestForm("choices_sv") String sv, @RestForm("choices_fi") String fi,
                       @RestForm("choices_en") String en) {

    Task.Rules rules(List<String> languages) {
        int many = JoinForm.number(dots == null ? "3" : dots, 1, Task.MOST_DOTS, "dots", "board:dots_wrong");
        if (many == 0) throw new Refused("dots", "board:dots_wrong", Task.MOST_DOTS);
        return new Task.Rules(many, stacked != null, choices(languages), about("section"), about("passage"));
    }

    private String about(String what) {
        String chosen = JoinForm.text(about);
        return chosen.startsWith(what + ":") && chosen.length() <= 48 ? chosen.substring(what.length() + 1) : "";
    }

    private List<Multilingual> choices(List<String> languages) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        languages.forEach(language -> lines.put(language, read(language)));
        int most = lines.values().stream().mapToInt(List::size).max().orElse(0);
        if (lines.values().stream().anyMatch(typed -> !typed.isEmpty() && typed.size() != most))
            throw new Refused("choices", "board:choices_uneven");
        List<Multilingual> choices = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int line = i;
            Map<String, String> texts = new LinkedHashMap<>();
            lines.forEach((language, typed) -> {
                if (!typed.isEmpty()) texts.put(language, typed.get(line));
            });
            choices.add(new Multilingual(texts));
        }
        return choices;
    }

    private List<String> read(String language) {
        String typed = switch (language) {
            case "sv" -> sv;
            case "fi" -> fi;
            default -> en;
        };
        return JoinForm.text(typed).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The choices as they stand in the fields. */
    static Map<String, String> lines(Task task, List<String> languages) {
        return languages.stream().collect(Collectors.toMap(language -> language, language -> Stream.of(task.choices)
                .flatMap(List::stream).map(choice -> choice.exactly(language).orElse("")).filter(c -> !c.isEmpty())
                .collect(Collectors.joining("\n")), (a, b) -> a, LinkedHashMap::new));
    }
}
