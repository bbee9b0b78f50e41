package org.hornsten.decision;

import java.time.LocalDate;
import java.util.List;
import org.hornsten.identity.Person;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Refused;
import org.hornsten.project.Project;

/** Finds what is to be answered, and answers it: the one way for pages and programs. */
final class Answering {
    private Answering() {}

    /** @throws Refused when a viewpoint is none of the project's */
    static Decision decide(Project project, Person by, List<String> viewpoints, Decision.Answer answer,
            LocalDate today) {
        List<String> ids = viewpoints.stream().distinct().toList();
        List<Viewpoint> found = ids.isEmpty() ? List.of() : Viewpoint.toAnswer(project, ids);
        if (found.size() < ids.size()) throw new Refused("viewpoints", "decision:viewpoint_unknown");
        return Decision.made(project, by, found, answer, today);
    }
}
