package org.hornsten.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hornsten.diff.Change;
import org.hornsten.kit.Beginning;
import org.hornsten.kit.Markdown.Html;
import org.hornsten.kit.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/** A text laid out for reading: its chapters, in them runs of like passages, and what stands in the margin of each. */
public record Layout(List<Chapter> chapters) {
    /**
     * @param level 2 to 6, never more than one below the heading before
     * @param behindSince the version in which the main text changed after this translation; 0 when it is up to date
     */
    public record Chapter(String id, Html heading, String name, int level, List<Run> runs, long comments,
                          int behindSince) {
        public boolean headed() {
            return !name.isEmpty();
        }
    }

    /** Passages of one kind that follow each other: a list, a table, or paragraphs. */
    public record Run(Passage.Kind kind, List<Line> lines) {
        public boolean rows() {
            return kind == Passage.Kind.ROW;
        }

        public boolean items() {
            return kind == Passage.Kind.ITEM;
        }

        public boolean numbered() {
            return kind == Passage.Kind.NUMBERED;
        }
    }

    /** One cell of a table row. */
    public record Cell(Html html) {}

    /**
     * @param start     the first words, to tell one link from another
     * @param changedIn the version that last changed it
     */
    public record Line(String id, Html html, List<Cell> cells, String start, int changedIn, List<Change.Kind> kinds,
                       long comments) {
        public boolean changed() {
            return changedIn > 1;
        }
    }

    /**
     * How a passage looks wherever it stands.
     *
     * @param start the first words, to tell one link from another
     */
    public record Setting(Html html, List<Cell> cells, String start) {
        static Setting of(Passage passage) {
            return new Setting(Markdown.inline(passage.text()), Layout.cells(passage), Layout.start(passage));
        }
    }

    /** What stands beside a text. */
    public interface Margin {
        default Setting setting(Passage passage) {
            return Setting.of(passage);
        }

        default int changedIn(Passage passage) {
            return 1;
        }

        default List<Change.Kind> kinds(String passage) {
            return List.of();
        }

        /** How many spoke about a passage or a section. */
        default long comments(String id) {
            return 0;
        }

        default int behindSince(Section section) {
            return 0;
        }
    }

    public static final Margin EMPTY = new Margin() {};

    public static Layout of(Outline text) {
        return of(text, EMPTY);
    }

    public static Layout of(Outline text, Margin margin) {
        List<Chapter> chapters = new ArrayList<>();
        int above = 1;
        for (Section section : text.sections()) {
            int level = Math.min(section.level(), above + 1);
            chapters.add(chapter(section, level, margin));
            if (!section.heading().isEmpty()) above = level;
        }
        return new Layout(chapters);
    }

    public static Chapter chapter(Section section, int level, Margin margin) {
        return new Chapter(section.id(), Markdown.inline(section.heading()),
                org.hornsten.text.Markdown.plain(section.heading()), level, runs(section, margin),
                margin.comments(section.id()), margin.behindSince(section));
    }

    private static List<Run> runs(Section section, Margin margin) {
        List<Run> runs = new ArrayList<>();
        for (Passage passage : section.passages()) {
            if (runs.isEmpty() || runs.get(runs.size() - 1).kind() != passage.kind())
                runs.add(new Run(passage.kind(), new ArrayList<>()));
            runs.get(runs.size() - 1).lines().add(line(passage, margin));
        }
        return runs;
    }

    private static Line line(Passage passage, Margin margin) {
        Setting set = margin.setting(passage);
        return new Line(passage.id(), set.html(), set.cells(), set.start(),
                margin.changedIn(passage), margin.kinds(passage.id()), margin.comments(passage.id()));
    }

    private static List<Cell> cells(Passage passage) {
        return passage.kind() == Passage.Kind.ROW ? cells(passage.text()) : List.of();
    }

    public static List<Cell> cells(String row) {
        return Passage.cells(row).stream().map(cell -> new Cell(Markdown.inline(cell))).toList();
    }

    public static String start(Passage passage) {
        return Beginning.of(org.hornsten.text.Markdown.plain(passage.text()));
    }

    public Optional<Chapter> chapter(String id) {
        return chapters.stream().filter(chapter -> chapter.id().equals(id)).findFirst();
    }
}
