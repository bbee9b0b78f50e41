package org.hornsten.link;

import java.util.List;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.project.Project;

/** A bean of the room that asks people to take part: whom it has written to about a thing. */
public interface Asked {
    /** Each once, by whatever answer; nobody whose invitation counts no more. */
    List<Person> byMail(Project project, Ref about);
}
