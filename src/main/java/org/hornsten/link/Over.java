package org.hornsten.link;

import org.hornsten.kit.Ref;

/** That something people were asked to is called off, as an event of the room that owns it; whoever asked hears it. */
public interface Over {
    Ref about();
}
