package org.hornsten.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.project.ProjectEvent;

/** One project of the demo world as its file tells it: the plan, and who of the cast is in it. */
record Undertaking(Cast lead, List<Cast> facilitators, List<Cast> participants, Project.Plan plan) {

    Project begin(Ledger ledger, LocalDate today) {
        Person leader = Players.person(lead);
        Project project = Project.setUp(leader, plan, today);
        ledger.keep(Optional.of(leader), new ProjectEvent.SetUp(project.ref(), project.stage, project.level));
        facilitators.forEach(who -> join(project, who, Membership.Role.FACILITATOR, ledger));
        participants.forEach(who -> join(project, who, Membership.Role.PARTICIPANT, ledger));
        return project;
    }

    private void join(Project project, Cast who, Membership.Role role, Ledger ledger) {
        Person person = Players.person(who);
        Membership.of(project, person, role, who.kind);
        ledger.keep(Optional.of(Players.person(lead)),
                new ProjectEvent.Joined(project.ref(), new Ref("person", person.publicId), role));
    }
}
