package org.hornsten.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.input.Contribution;
import org.hornsten.ledger.Ledger;
import org.hornsten.privacy.Expiry;
import org.hornsten.privacy.Holding;
import org.hornsten.project.Project;

/** Words stay as long as their project says; then only what is counted of them. */
@ApplicationScoped
class OldWords implements Expiry {
    private static final String THERE = """
            project = ?1 and receivedOn < ?2 and erasedOn is null and withdrawnOn is null""";

    private final Ledger ledger;

    OldWords(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Holding holding() {
        return Holding.WORDS;
    }

    @Override
    public long due(LocalDate today) {
        return Project.<Project>listAll().stream()
                .mapToLong(project -> Contribution.count(THERE, project, oldest(project, today))).sum();
    }

    @Override
    public long end(LocalDate today) {
        return Project.<Project>listAll().stream().mapToLong(project -> end(project, today)).sum();
    }

    private long end(Project project, LocalDate today) {
        List<Contribution> old = Contribution.list(THERE, project, oldest(project, today));
        old.forEach(said -> ledger.keep(Optional.empty(), said.fade(today)));
        return old.size();
    }

    private static LocalDate oldest(Project project, LocalDate today) {
        return today.minusMonths(project.wordsMonths);
    }
}
