package org.hornsten.fee;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.project.Project;

/**
 * What a project has agreed to pay, for what, to whom and from which day. A rule is never changed: a newer one takes
 * its place from its own day on, and one of no cents ends it. So what was promised for a day stays what it was.
 */
@Entity
public class FeeRule extends PanacheEntity {
    private static final int YEARS_AROUND = 2;

    @Schema(name = "FeePer")
    public enum Per {
        HOUR(20_000), OCCASION(200_000), KILOMETRE(500), MEAL(10_000);

        public final Cents most;

        Per(long most) {
            this.most = new Cents(most);
        }
    }

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @Enumerated(EnumType.STRING) public Task task;
    @Enumerated(EnumType.STRING) public Per per;
    public Cents cents;
    /** Of those who get it, by comma. */
    public String kinds;
    public LocalDate validFrom;
    @ManyToOne(fetch = FetchType.LAZY) public Person setBy;

    /**
     * A rule as its lead writes it.
     *
     * @param per hour or occasion; of no matter where the task is a cost
     */
    public record Wanted(Task task, Per per, Cents cents, Collection<PersonKind> kinds, LocalDate validFrom) {
        void check(LocalDate today) {
            if (task == null) throw new Refused("task", "fee:task_missing");
            if (task.work && per != Per.HOUR && per != Per.OCCASION) throw new Refused("per", "fee:per_missing");
            if (kinds.isEmpty()) throw new Refused("kinds", "fee:kinds_missing");
            if (validFrom == null) throw new Refused("validFrom", "fee:from_missing");
            if (validFrom.isBefore(today.minusYears(YEARS_AROUND)) || validFrom.isAfter(today.plusYears(YEARS_AROUND)))
                throw new Refused("validFrom", "fee:from_far", YEARS_AROUND);
            if (cents.compareTo(unit().most) > 0) throw new Refused("amount", "fee:money_much", unit().most);
        }

        Per unit() {
            return switch (task) {
                case TAKING_PART, TALK -> per;
                case KILOMETRE -> Per.KILOMETRE;
                case MEAL -> Per.MEAL;
            };
        }
    }

    public static FeeRule agreed(Project project, Wanted wanted, Person by, LocalDate today) {
        wanted.check(today);
        FeeRule rule = new FeeRule();
        rule.publicId = PublicId.random();
        rule.project = project;
        rule.task = wanted.task();
        rule.per = wanted.unit();
        rule.cents = wanted.cents();
        rule.kinds = EnumSet.copyOf(wanted.kinds()).stream().map(Enum::name).collect(Collectors.joining(","));
        rule.validFrom = wanted.validFrom();
        rule.setBy = by;
        rule.persist();
        return rule;
    }

    public FeeEvent.Agreed event() {
        return new FeeEvent.Agreed(ref(), project.ref(), task, per, cents, validFrom);
    }

    /** The newest day first; of two for the same day the one that was written later. */
    public static List<FeeRule> of(Project project) {
        return list("project = ?1 order by validFrom desc, id desc", project);
    }

    public Set<PersonKind> kindSet() {
        return Arrays.stream(kinds.split(",")).map(PersonKind::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonKind.class)));
    }

    public Ref ref() {
        return new Ref("fee", publicId);
    }
}
