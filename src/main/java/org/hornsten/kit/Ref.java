package org.hornsten.kit;

/**
 * A pointer from a low room to a thing of a higher one; the room that owns the kind resolves it. Written {@code
 * draft:ID}.
 */
public record Ref(String kind, String id) {

    /** @throws Refused when the text is not {@code kind:id} */
    public static Ref parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) throw new Refused("about", "web:ref_wrong");
        return new Ref(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
