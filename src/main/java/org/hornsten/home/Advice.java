package org.hornsten.home;

import java.util.List;
import java.util.Optional;
import org.hornsten.project.Membership.Visit;
import org.hornsten.trace.Coverage;

/**
 * What brings a project on, told to who works on it: the one thing to do next.
 *
 * @param count how much waits; zero where it is not about an amount
 */
public record Advice(Kind kind, String path, long count) {

    /** In the order in which one can be done before the next one makes sense. */
    public enum Kind { BEGIN, ANSWER, INVITE, PUBLISH, WRITE }

    /** Whoever has said something waits longest; who does not lead the project is told no more than that. */
    static Optional<Advice> of(Visit visit, List<ProjectPages.Line> drafts, Coverage coverage) {
        if (!visit.staff()) return Optional.empty();
        String project = visit.project().path();
        long waiting = coverage.viewpoints().waiting();
        if (waiting > 0) return Optional.of(new Advice(Kind.ANSWER, project + "/input/next", waiting));
        return visit.led() ? Optional.of(lead(project, drafts)) : Optional.empty();
    }

    private static Advice lead(String project, List<ProjectPages.Line> drafts) {
        if (drafts.isEmpty()) return new Advice(Kind.BEGIN, project + "/drafts/new", 0);
        if (drafts.stream().anyMatch(line -> line.asked() || line.opensLater()))
            return new Advice(Kind.INVITE, project + "/invitations/new", 0);
        return drafts.stream().filter(line -> line.version().isEmpty()).findFirst()
                .map(line -> new Advice(Kind.PUBLISH, line.draft().path() + "/working-copy", 0))
                .orElseGet(() -> new Advice(Kind.WRITE, drafts.get(drafts.size() - 1).draft().path()
                        + "/working-copy", 0));
    }
}
