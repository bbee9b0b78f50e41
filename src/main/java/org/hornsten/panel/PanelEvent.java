package org.hornsten.panel;

import java.time.LocalDate;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;
import org.hornsten.link.Over;

/** What happens to a panel and to who sits in it. {@code about} is the panel, or the person whose consent it is. */
public sealed interface PanelEvent extends Event {
    record Founded(Ref about, Ref project, Panel.Kind kind) implements PanelEvent {}

    record Changed(Ref about) implements PanelEvent {}

    /** Whoever asked its members something in its name hears of it here, in the same transaction. */
    record Ended(Ref about, Ref project, LocalDate on) implements PanelEvent, Over {}

    record Seated(Ref about, Ref seat, Ref person, Seat.Kind kind) implements PanelEvent {}

    record Described(Ref about, Ref seat) implements PanelEvent {}

    record Renewed(Ref about, Ref seat, Ref former) implements PanelEvent {}

    record Rose(Ref about, Ref seat, LocalDate on, Seat.Reason why) implements PanelEvent {}

    record Imported(Ref about, int seats, int newcomers) implements PanelEvent {}

    /** What about stays between the person and who opens it for a purpose. */
    record Consented(Ref about, Ref project, Experience.Purpose purpose, LocalDate until) implements PanelEvent {}

    record Withdrawn(Ref about, Ref project, Experience.Purpose purpose) implements PanelEvent {}
}
