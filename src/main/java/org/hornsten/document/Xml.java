package org.hornsten.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a Word file, walked forwards element by element. Names are those of WordprocessingML and of the package,
 * in the transitional and in the strict namespace alike; all other names carry a prefix of ours ("m:oMath").
 */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();
    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final String OPEN = "http://schemas.openxmlformats.org/";

    private final XMLStreamReader reader;
    private final Limits limits;
    private final Limits.Deadline deadline;
    private int depth;

    /** Stands before the root element: the root is its first child. */
    Xml(byte[] part, Limits limits, Limits.Deadline deadline) {
        this.limits = limits;
        this.deadline = deadline;
        try {
            this.reader = FACTORY.createXMLStreamReader(new InputStreamReader(text(part), charset(part).newDecoder()));
        } catch (XMLStreamException broken) {
            throw new Unreadable(Unreadable.Reason.DAMAGED);
        }
    }

    /** Shows each child of the present element by name; what the visitor leaves unread of a child is passed over. */
    void children(Consumer<String> visitor) {
        int parent = depth;
        while (step() && depth >= parent) {
            if (reader.isStartElement() && depth == parent + 1) visitor.accept(name());
        }
    }

    /** Shows each child of each child: the contents of a part, whatever its root is called. */
    void contents(Consumer<String> visitor) {
        children(root -> children(visitor));
    }

    /** Those of the names that elements inside the present one have, which is thereby read. */
    Set<String> inside(String... names) {
        int parent = depth;
        Set<String> wanted = Set.of(names);
        Set<String> found = new HashSet<>();
        while (step() && depth >= parent) {
            if (reader.isStartElement() && wanted.contains(name())) found.add(name());
        }
        return found;
    }

    /** The characters directly in the present element, which is thereby read. */
    String text() {
        int parent = depth;
        StringBuilder text = new StringBuilder();
        while (step() && depth >= parent) {
            if (reader.isCharacters() && depth == parent) text.append(reader.getText());
        }
        return text.toString();
    }

    /** The value of an attribute, whatever namespace it is in. */
    Optional<String> attribute(String name) {
        for (int each = 0; each < reader.getAttributeCount(); each++) {
            if (reader.getAttributeLocalName(each).equals(name)) return Optional.of(reader.getAttributeValue(each));
        }
        return Optional.empty();
    }

    Optional<Integer> number(String name) {
        return attribute(name).filter(value -> value.matches("-?\\d{1,9}")).map(Integer::valueOf);
    }

    /** An element such as {@code <w:b/>} means yes unless it says otherwise (ECMA-376 part 1, 17.17.4). */
    boolean yes() {
        return attribute("val").map(value -> !Set.of("0", "false", "off", "none").contains(value)).orElse(true);
    }

    private boolean step() {
        deadline.check();
        try {
            if (!reader.hasNext()) return false;

            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable(Unreadable.Reason.DOCTYPE);
                default -> { }
            }
        } catch (XMLStreamException broken) {
            throw new Unreadable(Unreadable.Reason.DAMAGED);
        }
        if (depth > limits.depth()) throw new Unreadable(Unreadable.Reason.TOO_DEEP);
        return true;
    }

    // A package knows these two encodings only (ECMA-376 part 2, 8.1.4). Decoded here, strictly: left to itself the XML
    // reader also takes others, and prints about bytes it cannot read to the console.
    private static Charset charset(byte[] part) {
        return begins(part, 0xFE, 0xFF) || begins(part, 0xFF, 0xFE) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static InputStream text(byte[] part) {
        int mark = begins(part, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return new ByteArrayInputStream(part, mark, part.length - mark);
    }

    private static boolean begins(byte[] part, int... mark) {
        return part.length >= mark.length
            && IntStream.range(0, mark.length).allMatch(each -> (part[each] & 0xFF) == mark[each]);
    }

    private String name() {
        String space = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
        String prefix = switch (space) {
            case OPEN + "wordprocessingml/2006/main", STRICT + "wordprocessingml/main",
                 OPEN + "package/2006/relationships", OPEN + "package/2006/content-types" -> "";
            case OPEN + "officeDocument/2006/math", STRICT + "officeDocument/math" -> "m:";
            case OPEN + "markup-compatibility/2006" -> "mc:";
            default -> "other:";
        };
        return prefix + reader.getLocalName();
    }

    // The JDK's own reader, not whichever the class path offers: its settings are the ones tested here.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new Unreadable(Unreadable.Reason.DOCTYPE);
        });
        return factory;
    }
}
