package org.hornsten.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.project.Project;

/** Questions about the drafts of a project. */
public final class Drafts {
    private Drafts() {}

    /** @param newest number of the newest version, 0 before the first; @param languages of the working copy */
    public record Found(Draft draft, int newest, List<String> languages) {
        public Integer number() {
            return newest == 0 ? null : newest;
        }
    }

    /** In the order they were begun; three statements, whatever the amount. */
    public static List<Found> in(Project project) {
        Map<Long, Integer> newest = new HashMap<>();
        Version.getEntityManager().createQuery("""
                select v.draft.id, max(v.number) from Version v where v.draft.project = ?1 group by v.draft.id""",
                Object[].class).setParameter(1, project).getResultList()
                .forEach(row -> newest.put((Long) row[0], (Integer) row[1]));
        Map<Long, List<String>> languages = new HashMap<>();
        WorkingText.getEntityManager().createQuery("""
                select t.draft.id, t.language from WorkingText t where t.draft.project = ?1 order by t.id""",
                Object[].class).setParameter(1, project).getResultList()
                .forEach(row -> languages.computeIfAbsent((Long) row[0], none -> new ArrayList<>())
                        .add((String) row[1]));
        return Draft.of(project).stream().map(draft -> new Found(draft, newest.getOrDefault(draft.id, 0),
                languages.getOrDefault(draft.id, List.of()))).toList();
    }
}
