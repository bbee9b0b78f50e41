package org.hornsten.home;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.decision.Answered;
import org.hornsten.decision.Disposition;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.input.Saying;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Multilingual;
import org.hornsten.project.Membership;

/** All the house knows about a person, to be taken along. */
record Copy(Self person, List<Member> memberships, List<Said> contributions) {

    record Self(String id, String userName, String name, String pseudonym, PersonKind kind, String language,
                String email, String street, String postcode, String town) {
        static Self whole(Person person) {
            return new Self(person.publicId, person.userName, person.name, person.pseudonym, person.kind,
                    person.language, person.email, person.street, person.postcode, person.town);
        }

        /** Whoever holds a link now must not learn from it whose it is. */
        static Self initials(Person person) {
            return new Self(person.publicId, null, person.initials(), person.pseudonym, person.kind, person.language,
                    null, null, null, null);
        }
    }

    record Member(String project, Multilingual title, Membership.Role role, int number) {}

    record Said(String id, String project, LocalDate receivedOn, Saying.Kind kind, String language, Anonymity anonymity,
                String quote, String words, List<Answer> viewpoints) {}

    record Answer(String exact, Disposition disposition, Multilingual reason, LocalDate decidedOn) {}

    /** Six statements, whatever the amount. */
    static Copy of(Me me) {
        Person person = me.known();
        Map<Long, Answered> answers = new HashMap<>();
        Answered.<Answered>list("""
                from Answered a join fetch a.decision
                where a.current = true and a.viewpoint.contribution.author.id = ?1
                  and ?2 in (0, a.viewpoint.project.id)""", me.id(), me.within())
                .forEach(answer -> answers.put(answer.viewpoint.id, answer));
        return new Copy(
                me.byGrant() ? Self.initials(person) : Self.whole(person),
                Membership.of(me).stream()
                        .map(m -> new Member(m.project.slug, m.project.title, m.role, m.number)).toList(),
                Mine.contributions(me, Mine.ALL).stream().map(said -> said(said, answers)).toList());
    }

    private static Said said(Contribution said, Map<Long, Answered> answers) {
        return new Said(said.publicId, said.project.slug, said.receivedOn, said.kind, said.language, said.anonymity,
                said.quoteExact, said.words, said.viewpoints.stream().map(v -> answer(v, answers.get(v.id))).toList());
    }

    private static Answer answer(Viewpoint viewpoint, Answered answered) {
        return answered == null ? new Answer(viewpoint.exact(), null, null, null)
                : new Answer(viewpoint.exact(), answered.decision.disposition, answered.decision.reason,
                        answered.decision.decidedOn);
    }
}
