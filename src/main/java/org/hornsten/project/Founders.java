package org.hornsten.project;

import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.Role;

/** Who may set up projects. */
public final class Founders {
    private Founders() {}

    public static boolean among(Me me) {
        return me.is(Role.LEAD) || me.is(Role.ADMINISTRATOR);
    }

    static Person let(Me me) {
        if (!among(me)) throw me.nothing();
        return me.known();
    }
}
