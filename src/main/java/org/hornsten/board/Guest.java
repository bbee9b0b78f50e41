package org.hornsten.board;

import java.util.Optional;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Me;
import org.hornsten.input.Anonymity;
import org.hornsten.project.Membership;

/**
 * Somebody in the room: a member who came by a link of his or her own, or nobody anybody knows.
 *
 * @param name   what votes are told apart by
 * @param table  number of the table, 0 where it was not said
 * @param people how many share the phone
 */
record Guest(Board board, String name, int table, int people, Optional<Membership> member) {

    /** A phone that several share speaks for nobody in particular. */
    boolean known() {
        return member.isPresent() && people == 1;
    }

    /** How private what this guest says is kept: as the round promises, and without a name where there is none. */
    Anonymity level() {
        boolean named = known() && Membership.mayBeNamed(board.workshop.project, member.get().person);
        return named ? board.version().map(version -> version.round.anonymity).orElse(Anonymity.PSEUDONYM)
                : Anonymity.ANONYMOUS;
    }

    /** The key of what stands beside the button: in a room nothing is mixed, so without a name it is confidential. */
    String told() {
        return level().told(false);
    }

    Remark.Speaker speaker(Me me) {
        return known() && level() != Anonymity.ANONYMOUS ? Remark.Speaker.member(me, member.get(), level())
                : Remark.Speaker.nobody();
    }

    /** One of those who share the phone, from 1; out of range is the first. */
    String name(int person) {
        return person > 1 && person <= people ? name + " " + person : name;
    }
}
