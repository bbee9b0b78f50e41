package org.hornsten.panel;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hornsten.kit.Multilingual;
import org.hornsten.web.Shell;

/** What the values of a composition are called in the reader's language. */
@RequestScoped
public class Values {
    private final Shell shell;

    Values(Shell shell) {
        this.shell = shell;
    }

    /** @param value as {@link Target} writes it */
    public String name(Dimension dimension, String value) {
        return switch (dimension) {
            case AGE_GROUP -> shell.say("panel:age", AgeGroup.valueOf(value.toUpperCase(Locale.ROOT)));
            case EXPERIENCE -> shell.say("panel:area", Area.valueOf(value.toUpperCase(Locale.ROOT)));
            case LANGUAGE -> shell.say("project:in_" + value);
            case MUNICIPALITY -> value;
        };
    }

    public String dimension(Dimension dimension) {
        return shell.say("panel:dimension", dimension);
    }

    /** What a drawing of a dimension is called. */
    public String picture(Dimension dimension) {
        return shell.say("panel:picture", dimension(dimension));
    }

    public List<String> ages() {
        return Stream.of(AgeGroup.values()).map(age -> name(Dimension.AGE_GROUP, age.name())).toList();
    }

    public List<String> areas() {
        return Stream.of(Area.values()).map(area -> name(Dimension.EXPERIENCE, area.name())).toList();
    }

    public List<String> languages() {
        return Multilingual.LANGUAGES.stream().map(tag -> name(Dimension.LANGUAGE, tag)).toList();
    }
}
