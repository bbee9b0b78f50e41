package org.hornsten.workshop;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hornsten.kit.Json;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;

/**
 * Something to read beforehand or in the room.
 *
 * @param link where it lies; missing for a text of its own
 * @param text Markdown, which can be printed in large print
 */
@Schema(name = "WorkshopMaterial")
public record Material(Multilingual title, String link, Multilingual text) {
    public static final int MOST = 20;
    private static final int LONGEST = 20_000;

    public Material {
        if (title == null) title = Multilingual.none();
        if (text == null) text = Multilingual.none();
        link = link == null || link.isBlank() ? null : link.strip();
    }

    static void check(List<Material> materials) {
        if (materials.size() > MOST) throw new Refused("materials", "workshop:materials_many", MOST);
        materials.forEach(Material::check);
    }

    private void check() {
        if (title.isEmpty()) throw new Refused("materials", "workshop:material_untitled");
        if (link == null && text.isEmpty()) throw new Refused("materials", "workshop:material_empty");
        Rules.text("materials", title, Rules.LONGEST_TITLE);
        Rules.text("materials", text, LONGEST);
        if (link != null) Rules.link("materials", link);
    }

    public boolean printable() {
        return !text.isEmpty();
    }

    @Immutable
    @Converter
    static class Column extends Json<List<Material>> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
