package org.hornsten.privacy;

import java.util.Locale;
import java.util.Set;

/**
 * What the house keeps of people: the one closed list, shown on {@code /privacy}. A test compares it with the
 * database: a column about people that is in no holding fails the build.
 */
public enum Holding {
    PERSON(Whom.EVERYBODY, Ground.PROJECT, "person.name", "person.user_name", "person.subject", "person.pseudonym",
            "person.role", "person.kind", "person.age_band", "person.language", "person.blocked_at",
            "person.erased_at", "membership.person_id", "membership.role", "membership.kind", "membership.number",
            "membership.guardian_on", "membership.guardian_by_id"),
    ACCOUNT(Whom.EVERYBODY, Ground.DUTY, "person.last_seen_on"),
    CONTACT(Whom.PARTICIPANT, Ground.PROJECT, "person.email", "person.street", "person.postcode", "person.town"),
    INVITATION(Whom.PARTICIPANT, Ground.PROJECT, "personal_link.person_id", "personal_link.hash",
            "personal_link.code_mark", "personal_link.speaking", "letter_batch.sealed", "guardian_link.member_id",
            "guardian_link.hash", "guardian_link.answer", "calendar_key.person_id", "calendar_key.hash",
            "personal_link.by_mail", "invitation.person_id", "invitation.mail_id",
            "invitation.greeting"),
    MAIL(Whom.PARTICIPANT, Ground.PROJECT, "mail.receiver_id", "mail.sealed", "link_wish.mark", "link_wish.sealed"),
    SEAT(Whom.PARTICIPANT, Ground.PROJECT, "seat.person_id", "seat.age_group", "seat.municipality", "seat.language",
            "seat.nominating_body"),
    EXPERIENCE(Whom.PARTICIPANT, Ground.PROJECT, "experience.person_id", "experience.area", "experience.purpose",
            "experience.consent_on", "experience.until_on"),
    ATTENDANCE(Whom.PARTICIPANT, Ground.PROJECT, "registration.person_id", "registration.answer",
            "registration.state", "registration.present", "told.person_id"),
    NEEDS(Whom.PARTICIPANT, Ground.PROJECT, "registration.needs"),
    WORDS(Whom.PARTICIPANT, Ground.PROJECT, "contribution.author_id", "contribution.author_kind",
            "contribution.author_name", "contribution.author_number", "contribution.words", "contribution.salt",
            "contribution.deflection_note", "contribution.moderation_note", "message.words", "sealed_answer.envelope"),
    RATING(Whom.PARTICIPANT, Ground.PROJECT, "rating.rater", "rating.author_kind", "board_dot.voter",
            "board_dot.note_id", "board_reply.voter"),
    RECEIPT(Whom.PARTICIPANT, Ground.PROJECT, "contribution.receipt"),
    FEE(Whom.PARTICIPANT, Ground.DUTY, "claim.person_id", "claim.items", "claim.fee_declined", "claim.tax_card",
            "claim.payroll_reference", "claim.reason"),
    READING(Whom.EVERYBODY, Ground.DUTY, "disclosure.reader_id", "disclosure.person_id", "disclosure.purpose",
            "disclosure.fields"),
    BLOCK(Whom.EVERYBODY, Ground.DUTY, "block.person_id", "block.blocked_by_id", "block.words", "block.salt"),
    WORK(Whom.STAFF, Ground.DUTY, "decision.decided_by_id", "decision.action_by", "version.published_by_id",
            "contribution.typed_by_id", "letter_batch.maker_id", "invitation.inviter_id",
            "experience.written_by_id", "registration.typed_by_id", "workshop.published_by_id", "telling.told_by_id",
            "fee_rule.set_by_id",
            "claim.typed_by_id", "claim.decided_by_id", "payroll_batch.made_by_id",
            "application.typed_by_id", "open_call.letters_by_id", "open_call.decided_by_id",
            "import_job.maker_id"),
    LEDGER(Whom.EVERYBODY, Ground.DUTY, "ledger_entry.actor", "ledger_entry.actor_role"),
    APPLICATION(Whom.PARTICIPANT, Ground.PROJECT, "application.person_id", "application.receipt",
            "application.contact_mark", "application.phone", "application.age_group", "application.municipality",
            "application.language", "application.areas", "application.why", "addressee.person_id"),
    FORM(Whom.EVERYBODY, Ground.DUTY, "submission.mark", "submission.fingerprint", "spent_right.mark"),
    DEVICE(Whom.EVERYBODY, Ground.DUTY, "sign_out.session", "sign_out.subject");

    /** Of whom it is. */
    public enum Whom { PARTICIPANT, STAFF, EVERYBODY }

    /** What the law it rests on depends on: the project's own choice, or the duty to be able to show what was done. */
    public enum Ground { PROJECT, DUTY }

    public final Whom whom;
    public final Ground ground;
    /** Where it stands, as {@code table.column}; a cookie stands nowhere. */
    public final Set<String> columns;

    Holding(Whom whom, Ground ground, String... columns) {
        this.whom = whom;
        this.ground = ground;
        this.columns = Set.of(columns);
    }

    /** As it is called in addresses and in the ledger. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
