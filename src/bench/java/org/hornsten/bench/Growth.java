package org.hornsten.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.fault.Caller;
import org.hornsten.fault.OwnDatabase;
import org.hornsten.fault.Scene;

/** P6: how many statements a page costs, with little in the project and with a hundred times as much. */
final class Growth {
    private static final int BAR = 8;

    private final OwnDatabase database;

    Growth(OwnDatabase database) {
        this.database = database;
    }

    /** By name, as many as there are. */
    Map<String, Long> count(Scene scene, String member) {
        String draft = "/drafts/" + scene.draft();
        String project = "/projects/" + scene.project();
        Map<String, String> read = new LinkedHashMap<>();
        read.put("draft", draft);
        read.put("comments", draft + "/versions/1/comments?passage=" + scene.passages().get(0));
        read.put("why", draft + "/versions/1/why");
        read.put("why of a passage", draft + "/versions/1/why/" + scene.passages().get(0));
        read.put("project", project);
        read.put("coverage", project + "/coverage");
        Map<String, String> worked = new LinkedHashMap<>();
        worked.put("all input", project + "/input");
        worked.put("working through it", "/contributions/" + one(scene));
        worked.put("decisions", project + "/decisions");
        worked.put("working copy", draft + "/working-copy");
        worked.put("changes", draft + "/working-copy/changes");
        worked.put("my page", "/me");
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Statements statements = new Statements(database)) {
            read.forEach((name, path) -> counts.put(name, statements.of(browser(scene, member), path)));
            worked.forEach((name, path) -> counts.put(name, statements.of(browser(scene, scene.lead()), path)));
            return counts;
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String one(Scene scene) {
        return scene.get("/api/v1/projects/" + scene.project() + "/contributions?size=1").at("/items/0/id").asText();
    }

    static List<Line> lines(Map<String, Long> small, Map<String, Long> large) {
        List<Line> lines = new ArrayList<>();
        small.forEach((page, few) -> {
            long many = large.get(page);
            lines.add(new Line("P6", "statements for the page " + page + ", with 50 and with 5,000 contributions",
                    few + " and " + many, "", "", "≤ 8, constant", Line.met(many <= BAR && few <= BAR && many <= few)));
        });
        return lines;
    }

    private static Caller browser(Scene scene, String pass) {
        return scene.server().caller().with("Cookie", scene.cookie(pass));
    }
}
