package org.hornsten.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The relationships of one part: what it points at, inside the file or outside. Nothing here ever follows one. */
record Relations(String owner, List<Relation> all) {
    record Relation(String id, String type, String target, boolean external) {}

    /** The relationships of the part so named, empty for the file as a whole; none when it has none. */
    static Relations of(String owner, Parts parts, Limits limits, Limits.Deadline deadline) {
        int name = owner.lastIndexOf('/') + 1;
        String where = owner.substring(0, name) + "_rels/" + owner.substring(name) + ".rels";
        List<Relation> found = new ArrayList<>();
        if (parts.has(where)) {
            Xml xml = new Xml(parts.read(where), limits, deadline);
            xml.contents(element -> { if (element.equals("Relationship")) found.add(relation(xml)); });
        }
        return new Relations(owner, List.copyOf(found));
    }

    private static Relation relation(Xml xml) {
        boolean external = xml.attribute("TargetMode").filter("External"::equalsIgnoreCase).isPresent();
        return new Relation(xml.attribute("Id").orElse(""), xml.attribute("Type").orElse(""),
            xml.attribute("Target").orElse(""), external);
    }

    /** The parts of the file that are related in this way; a type is known by its last word, as "styles". */
    List<String> parts(String type) {
        return all.stream().filter(each -> !each.external && isA(each, type)).map(each -> path(each.target)).toList();
    }

    /** How many things outside the file it would have a reader fetch: all but the links a person may click. */
    int linked() {
        return (int) all.stream().filter(each -> each.external && !isA(each, "hyperlink")).count();
    }

    /** Where a link leads, as written. */
    Optional<String> link(String id) {
        return all.stream().filter(each -> each.id.equals(id) && each.external).map(Relation::target).findFirst();
    }

    private static boolean isA(Relation relation, String type) {
        return relation.type.endsWith("/" + type);
    }

    private String path(String target) {
        if (target.startsWith("/")) return target.substring(1);

        String folder = owner.substring(0, owner.lastIndexOf('/') + 1);
        return folder + (target.startsWith("./") ? target.substring(2) : target);
    }
}
