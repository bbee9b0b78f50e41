package org.hornsten.recruitment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Page;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Time;
import org.hornsten.link.Doors;
import org.hornsten.notice.Notice;
import org.hornsten.notice.Outbox;
import org.hornsten.project.Project;
import org.hornsten.web.Tongue;
import org.hornsten.web.When;

/** Tells those who applied what became of it, each in her or his language. Who has no e-mail reads it by the code. */
@ApplicationScoped
class Telling {
    private static final int AT_ONCE = 200;

    private final Outbox outbox;
    private final Tongue tongue;
    private final When when;
    private final Doors doors;

    Telling(Outbox outbox, Tongue tongue, When when, Doors doors) {
        this.outbox = outbox;
        this.tongue = tongue;
        this.when = when;
        this.doors = doors;
    }

    /** @param code opens it; the person who has the mailbox is the person who applied, or may take it back */
    void received(Application one, String code) {
        RecruitmentMessages say = in(one.person);
        post(one, say.mail_received_subject(), List.of(say.mail_received(name(one)),
                say.mail_received_number(one.number),
                say.mail_received_until(when.day(one.call.closesAt, language(one.person))),
                        say.mail_received_code(code)),
                say.mail_way_own());
    }

    /** Somebody typed the same address again; told in the mailbox only, once. */
    void again(Application first) {
        if (first.person == null || first.told) return;
        first.tell();
        RecruitmentMessages say = in(first.person);
        post(first, say.mail_again_subject(), List.of(say.mail_again(name(first)), say.mail_again_counts()),
                say.mail_way_own());
    }

    boolean reaches(Person person) {
        return outbox.reaches(person);
    }

    void asked(Application one) {
        RecruitmentMessages say = in(one.person);
        post(one, say.mail_asked_subject(), List.of(say.mail_asked(name(one)), say.mail_asked_why(),
                say.mail_asked_answer()), say.mail_way_answer());
        one.tell();
    }

    /** Those who are not asked, some at a time, wherever the house runs. */
    @Scheduled(every = "20s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void others() {
        while (QuarkusTransaction.requiringNew().call(this::some) > 0) continue;
    }

    private int some() {
        List<Application> waiting = Application.<Application>find("""
                from Application a where a.told = false and a.state in ('RESERVE', 'NOT_CHOSEN', 'CALLED_OFF')
                order by a.id""")
                .page(Page.ofSize(AT_ONCE)).withLock(LockModeType.PESSIMISTIC_WRITE).list();
        waiting.forEach(one -> {
            if (one.person != null && one.person.erasedAt == null) {
                if (one.state == Application.State.CALLED_OFF) off(one);
                else became(one);
            }
            one.tell();
        });
        return waiting.size();
    }

    private void off(Application one) {
        RecruitmentMessages say = in(one.person);
        post(one, say.mail_off_subject(), List.of(
                one.call.undecided() ? say.mail_undecided(name(one)) : say.mail_off(name(one)), say.mail_off_sorry(),
                say.mail_erased(when.day(erased(one), language(one.person)))),
                say.mail_way_own());
    }

    /** Of a call that was decided long ago the day may be over already: then it is tomorrow. */
    private static LocalDate erased(Application one) {
        LocalDate tomorrow = Time.day(Time.now()).plusDays(1);
        LocalDate day = OldApplications.goes(one);
        return day.isBefore(tomorrow) ? tomorrow : day;
    }

    private void became(Application one) {
        RecruitmentMessages say = in(one.person);
        String erased = when.day(OldApplications.goes(one), language(one.person));
        List<String> words = new ArrayList<>();
        boolean reserve = one.state == Application.State.RESERVE;
        words.add(reserve ? say.mail_reserve(name(one)) : say.mail_not_chosen(name(one)));
        if (one.call.drawn()) words.add(say.mail_drawn(one.number));
        words.add(reserve ? say.mail_reserve_kept(erased) : say.mail_erased(erased));
        post(one, reserve ? say.mail_reserve_subject() : say.mail_not_chosen_subject(), words,
                say.mail_way_own());
    }

    private void post(Application one, String subject, List<String> paragraphs, String way) {
        Project project = one.call.panel.project;
        Doors.Door door = doors.ofGuest(one.person, project, one.call.ref(), one.call.path() + "/mine");
        outbox.post(new Notice(project.ref(), one.call.ref(), one.person, subject,
                Stream.concat(paragraphs.stream(), Stream.of(door.how())).toList(),
                Optional.of(new Notice.Way(way, door.address())), Optional.empty()));
    }

    private RecruitmentMessages in(Person person) {
        return tongue.in(RecruitmentMessages.class, person.language);
    }

    private static String language(Person person) {
        return Multilingual.plain(person.language);
    }

    private static String name(Application one) {
        return one.call.panel.name.in(one.person.language);
    }
}
