package org.hornsten.fee;

import java.util.Arrays;
import java.util.List;

/** What money is given for by agreement: two kinds of work, and two kinds of cost. */
public enum Task {
    TAKING_PART(true), TALK(true), KILOMETRE(false), MEAL(false);

    /** Whether it is work, which a fee is paid for and tax is taken of. */
    public final boolean work;

    Task(boolean work) {
        this.work = work;
    }

    static List<Task> works() {
        return Arrays.stream(values()).filter(task -> task.work).toList();
    }
}
