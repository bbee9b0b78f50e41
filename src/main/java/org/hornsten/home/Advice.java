package org.hornsten.home;

import java.util.List;
import java.util.Optional;
import org.hornsten.project.Membership.Visit;
import org.hornsten.trace.Coverage;

/** What brings a project on, told to who works on it: the one thing to do next. */
public record Advice(Kind kind, String path) {

    /** In the order in which one can be done before the next one makes sense. */
    public enum Kind { BEGIN, ANSWER, INVITE, PUBLISH, WRITE }

    /** Whoever has said something waits longest; who does not lead the project is told no more than that. */
    static Optional<Advice> of(Visit visit, List<ProjectPages.Line> drafts, Coverage coverage) {
        if (!visit.staff()) return Optional.empty();
        String project = visit.project().path();
        if (coverage.viewpoints().waiting() > 0)
            return Optional.of(new Advice(Kind.ANSWER, project + "/input/next"));
        return visit.led() ? Optional.of(lead(project, drafts)) : Optional.empty();
    }

    private static Advice lead(String project, List<ProjectPages.Line> drafts) {
        if (drafts.isEmpty()) return new Advice(Kind.BEGIN, project + "/drafts/new");
        if (drafts.stream().anyMatch(line -> line.asked() || line.opensLater()))
            return new Advice(Kind.INVITE, project + "/invitations/new");
        return drafts.stream().filter(line -> line.version().isEmpty()).findFirst()
                .map(line -> new Advice(Kind.PUBLISH, line.draft().path() + "/working-copy"))
                .orElseGet(() -> new Advice(Kind.WRITE, drafts.get(drafts.size() - 1).draft().path()
                        + "/working-copy"));
    }
}
