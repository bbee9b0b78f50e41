package org.hornsten.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.guard.Expected;
import org.hornsten.guard.Forgery;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** The words of the form that was just sent, field by field, as typed; files are not among them. */
record Typed(Map<String, List<String>> fields, boolean files) {

    static Typed nothing() {
        return new Typed(Map.of(), false);
    }

    static Typed now() {
        if (CurrentRequestManager.get() == null || CurrentRequestManager.get().getFormData() == null) return nothing();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        boolean files = false;
        FormData sent = CurrentRequestManager.get().getFormData();
        for (String name : sent) {
            List<String> values = new ArrayList<>();
            for (FormValue value : sent.get(name)) {
                if (value.isFileItem()) files = true;
                else values.add(value.getValue());
            }
            if (!values.isEmpty()) fields.put(name, values);
        }
        return new Typed(fields, files);
    }

    List<String> of(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** Everything but our own token, to be sent once more. */
    public List<Pair> again() {
        List<Pair> pairs = new ArrayList<>();
        fields.forEach((name, values) -> {
            if (!name.equals(Forgery.FIELD)) values.forEach(value -> pairs.add(new Pair(name, value)));
        });
        return pairs;
    }

    /** What a person would miss: words, not ids and ticks. */
    public List<String> words() {
        return again().stream().filter(pair -> !pair.name().equals(Expected.SUBMISSION))
                .map(Pair::value).filter(value -> value.strip().contains(" ")).toList();
    }

    record Pair(String name, String value) {}
}
