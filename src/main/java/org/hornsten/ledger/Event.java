package org.hornsten.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.hornsten.kit.Ref;

/** What happened, as a record named by its past participle. Its other components are the entry's payload. */
public interface Event {
    @JsonIgnore
    Ref about();
}
