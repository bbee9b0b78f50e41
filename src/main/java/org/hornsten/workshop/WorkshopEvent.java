package org.hornsten.workshop;

import java.util.List;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to workshops and to who comes to them. What somebody needs is in none of it. */
public sealed interface WorkshopEvent extends Event {
    record Planned(Ref about, Ref within, Workshop.Form form) implements WorkshopEvent {}

    record Described(Ref about, int edition) implements WorkshopEvent {}

    /** At another time or place; calendars are told by the number. */
    record Moved(Ref about, int sequence) implements WorkshopEvent {}

    record Cancelled(Ref about) implements WorkshopEvent {}

    record Registered(Ref about, Ref workshop, Registration.State state, boolean typedIn) implements WorkshopEvent {}

    /** Somebody left, so a seat is somebody else's. */
    record Promoted(Ref about, Ref workshop) implements WorkshopEvent {}

    record NeedsTold(Ref about, Ref workshop) implements WorkshopEvent {}

    record NeedsForgotten(Ref about, Ref workshop) implements WorkshopEvent {}

    record Attended(Ref about, Ref workshop, boolean present) implements WorkshopEvent {}

    record MinutesSaved(Ref about) implements WorkshopEvent {}

    record MinutesPublished(Ref about, List<String> languages) implements WorkshopEvent {}

    /** The way into somebody's calendar is new, and the old one ended. */
    record CalendarOpened(Ref about) implements WorkshopEvent {}
}
