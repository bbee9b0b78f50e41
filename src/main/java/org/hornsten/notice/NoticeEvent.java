package org.hornsten.notice;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to an e-mail after it was posted, as far as people have to do with it. */
sealed interface NoticeEvent extends Event {
    record Undelivered(Ref about, Reason reason) implements NoticeEvent {}

    /** The receiver's side still tries. */
    record Delayed(Ref about) implements NoticeEvent {}

    record Retried(Ref about) implements NoticeEvent {}

    record Dropped(Ref about) implements NoticeEvent {}
}
