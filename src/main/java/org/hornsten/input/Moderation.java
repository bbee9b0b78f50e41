package org.hornsten.input;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Refused;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;

/**
 * Whether others than staff may read somebody's words: those of people under 18 wait until staff have read them. What is
 * known to be an adult's is never kept from anybody by this.
 */
@Embeddable
public class Moderation {
    @Schema(name = "ModerationState")
    public enum State { FREE, WAITING, PASSED, KEPT_BACK }

    @Enumerated(EnumType.STRING) @Column(name = "moderation") public State state = State.FREE;
    /** Why they were kept back, for their author; missing else. */
    @Column(name = "moderation_note") public String note;
    @Column(name = "moderated_on") public LocalDate on;

    protected Moderation() {}

    static Moderation of(Project project, Saying said) {
        Moderation moderation = new Moderation();
        if (young(project, said)) moderation.state = State.WAITING;
        return moderation;
    }

    // Of somebody anonymous nobody may learn that he or she is young: where young people are asked, the words of all
    // who answer anonymously are read first.
    private static boolean young(Project project, Saying said) {
        if (said.typedBy().isPresent() && said.authorKind() == PersonKind.YOUNG_PERSON) return true;
        return said.anonymity() == Anonymity.ANONYMOUS ? said.typedBy().isEmpty() && Membership.youngIn(project)
                : said.author().filter(Person::young).isPresent();
    }

    /** Staff have read it, and others may. */
    void pass(LocalDate today) {
        judge(State.PASSED, null, today);
    }

    /** Staff keep it to themselves; its author reads why. */
    void keepBack(String reason, LocalDate today) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) throw new Refused("reason", "input:moderation_reason_missing");
        if (why.length() > Contribution.LONGEST) throw new Refused("reason", "input:words_long", Contribution.LONGEST);
        judge(State.KEPT_BACK, why, today);
    }

    private void judge(State judged, String why, LocalDate today) {
        if (state == State.FREE) throw new Refused("input:moderation_not_needed");
        state = judged;
        note = why;
        on = today;
    }

    void forget() {
        if (note != null) note = Contribution.BLANK.repeat(note.length());
    }

    public boolean needed() {
        return state != State.FREE;
    }

    public boolean waits() {
        return state == State.WAITING;
    }

    public boolean keptBack() {
        return state == State.KEPT_BACK;
    }

    /** Whether only its author and staff may read it. */
    public boolean hides() {
        return waits() || keptBack();
    }
}
