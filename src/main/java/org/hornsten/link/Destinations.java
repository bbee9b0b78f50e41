package org.hornsten.link;

import java.util.Optional;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Ref;
import org.hornsten.project.Project;

/** What a link may lead to. The rooms that own the things know them; this room only asks. */
public interface Destinations {

    /** @param path where the person reads and takes part */
    record Destination(Project project, Multilingual title, String path) {}

    /** Nothing for what does not exist or cannot be taken part in. */
    Optional<Destination> find(Ref about);
}
