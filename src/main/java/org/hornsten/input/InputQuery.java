package org.hornsten.input;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hornsten.input.Contributions.Filter;
import org.hornsten.input.Contributions.State;
import org.jboss.resteasy.reactive.RestQuery;

/** The filters of the list as they stand in its address, which may be shared. */
public record InputQuery(@RestQuery String state, @RestQuery String channel, @RestQuery String kind,
                         @RestQuery String language, @RestQuery String topic, @RestQuery String q) {

    /** A filter in use, and the address of the list without it. */
    public record Chosen(String words, String without) {}

    /** @throws BadRequestException for a word that is none of ours */
    public Filter filter() {
        return new Filter(word(State.class, state), word(Channel.class, channel), word(Saying.Kind.class, kind),
                given(language), given(topic), given(q));
    }

    /** Names and values of the filters in use, in the order of the form. */
    public Map<String, String> used() {
        Map<String, String> used = new LinkedHashMap<>();
        List<String> names = List.of("state", "channel", "kind", "language", "topic", "q");
        List<String> values = Arrays.asList(state, channel, kind, language, topic, q);
        for (int i = 0; i < names.size(); i++) if (given(values.get(i)).isPresent())
            used.put(names.get(i), values.get(i));
        return used;
    }

    public List<Chosen> chosen(String path, InputMessages say) {
        return used().keySet().stream().map(name -> new Chosen(words(name, say), address(path, name, 1))).toList();
    }

    /** @param without name of a filter to leave out, or empty; @param page from 1 */
    public String address(String path, String without, int page) {
        UriBuilder address = UriBuilder.fromPath(path);
        used().forEach((name, value) -> {
            if (!name.equals(without)) address.queryParam(name, "{" + name + "}");
        });
        if (page > 1) address.queryParam("page", page);
        return address.buildFromMap(used()).toString();
    }

    private String words(String name, InputMessages say) {
        Filter filter = filter();
        return switch (name) {
            case "state" -> say.state(filter.state().orElseThrow());
            case "channel" -> say.channel(filter.channel().orElseThrow());
            case "kind" -> say.kind(filter.kind().orElseThrow());
            case "language" -> say.language(language);
            case "topic" -> say.about_topic(topic);
            default -> say.with_text(q);
        };
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> words, String value) {
        try {
            return given(value).map(text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            throw new BadRequestException(unknown);
        }
    }
}
