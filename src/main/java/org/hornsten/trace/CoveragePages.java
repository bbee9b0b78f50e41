package org.hornsten.trace;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Me;
import org.hornsten.numbers.Figure;
import org.hornsten.project.Project;
import org.hornsten.rating.RatingChart;
import org.hornsten.rating.Ratings;
import org.hornsten.web.Chart;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;

/** What was said and what came of it, in numbers, for every reader of the project. */
@Path("/projects/{project}/coverage")
@PermitAll
class CoveragePages {
    private final Me me;
    private final Shell shell;
    private final Clock clock;

    CoveragePages(Me me, Shell shell, Clock clock) {
        this.me = me;
        this.shell = shell;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "trace")
    record coverage(Project project, Coverage found, Chart answers, List<Chart> charts, List<Rated> drafts)
            implements TemplateInstance {}

    public record Rated(Draft draft, RatingChart chart) {}

    @GET
    public TemplateInstance show(@RestPath String project) {
        Project read = Project.visibleTo(me, project);
        Coverage found = Coverage.of(read, Reading.Reader.of(me, read) == Reading.Reader.STAFF, LocalDate.now(clock));
        return new coverage(read, found, answers(found, read.k), charts(found, read.k),
                Ratings.of(read).entrySet().stream()
                .map(rated -> new Rated(rated.getKey(), RatingChart.of(rated.getValue(), shell.language())))
                .filter(rated -> !rated.chart().empty()).toList());
    }

    private Chart answers(Coverage found, int k) {
        return chart("trace:by_disposition", "trace:disposition_", found.dispositions(), k);
    }

    private List<Chart> charts(Coverage found, int k) {
        Coverage.Said said = found.contributions();
        return List.of(chart("trace:by_channel", "trace:channel_", said.byChannel(), k),
                chart("trace:by_kind", "trace:kind_", said.byKind(), k),
                chart("trace:by_language", "trace:language_", said.byLanguage(), k),
                chart("trace:by_author", "trace:author_", said.byAuthorKind(), k),
                chart("trace:by_stage", "web:stage_", said.byStage(), k));
    }

    private Chart chart(String title, String words, Map<String, Figure> counts, int k) {
        List<Chart.Bar> bars = counts.entrySet().stream().map(e -> new Chart.Bar(
                shell.say(words + e.getKey().replace("-x-", "_")), e.getValue().n())).toList();
        String most = bars.stream().filter(bar -> bar.n().isPresent()).max(Comparator.comparing(bar -> bar.n().get()))
                .map(bar -> ". " + shell.say("trace:most", bar.label(), bar.n().get())).orElse("");
        return new Chart(shell.say(title) + most, bars, k);
    }
}
