package org.hornsten.hearing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.draft.Draft;
import org.hornsten.input.Contribution;
import org.hornsten.input.Contributions;

/** Questions about what was said on the versions of a draft, as far as its reader may see it. */
public final class Comments {
    private static final String SEEN = """
            c.aboutKind = 'draft' and c.aboutId = :draft and c.withdrawnOn is null
            and (:staff = true or (%s))""".formatted(Contributions.OPEN);

    private Comments() {}

    /** How many there are on one version, by passage, else by section; under the empty id those about the whole. */
    public static Map<String, Long> counts(Draft draft, int version, boolean staff) {
        Map<String, Long> counts = new HashMap<>();
        Contribution.getEntityManager().createQuery("select c.section, c.passage, count(*) from Contribution c where "
                + SEEN + " and c.version = :version group by c.section, c.passage", Object[].class)
                .setParameter("draft", draft.publicId).setParameter("staff", staff).setParameter("version", version)
                .getResultList().forEach(row -> counts.merge(
                        row[1].equals("") ? (String) row[0] : (String) row[1], (Long) row[2], Long::sum));
        return counts;
    }

    /** Those on that version and on earlier ones, oldest first. */
    static List<Contribution> until(Draft draft, int version, boolean staff) {
        return Contribution.getEntityManager().createQuery("from Contribution c where " + SEEN
                + " and c.version <= :version order by c.id", Contribution.class)
                .setParameter("draft", draft.publicId).setParameter("staff", staff).setParameter("version", version)
                .getResultList();
    }
}
