package org.hornsten.fee;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hornsten.kit.Json;
import org.hornsten.kit.Refused;

/**
 * One line of a claim.
 *
 * @param note  what it was, or why it is another amount than agreed; may be empty
 * @param task  the work a fee is for; null for costs and where no rule is agreed
 * @param count half hours of a fee by the hour, kilometres of a journey; 0 where it is not known
 */
public record Item(Kind kind, Cents amount, String note, Task task, int count) {
    static final int LONGEST_NOTE = 200;
    static final int MOST_ITEMS = 20;
    /** So many kilometres there and back, and no more. */
    static final int MOST_KILOMETRES = 3000;

    /** Each with the most that is taken for one line without asking back: more than that is a slip of the finger. */
    @Schema(name = "ClaimKind")
    public enum Kind {
        FEE(500_000), TRAVEL_KM(300_000), TICKET(200_000), MEAL(20_000), OTHER(200_000);

        public final Cents most;

        Kind(long most) {
            this.most = new Cents(most);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Item cost(Kind kind, Cents amount, String note) {
        return new Item(kind, amount, note, null, 0);
    }

    @JsonIgnore
    public boolean isFee() {
        return kind == Kind.FEE;
    }

    public boolean byHour() {
        return isFee() && count > 0;
    }

    public Hours hours() {
        return new Hours(isFee() ? count : 0);
    }

    public int kilometres() {
        return kind == Kind.TRAVEL_KM ? count : 0;
    }

    /** The note goes, what an account needs stays. */
    Item withoutNote() {
        return new Item(kind, amount, "", task, count);
    }

    /** @throws Refused for a note that is too long, or missing where nobody would know what was paid */
    void check() {
        Cents.within("items", amount.amount(), kind.most);
        if (note.length() > LONGEST_NOTE) throw new Refused("items", "fee:note_long", LONGEST_NOTE);
    }

    @Immutable
    @Converter
    static class Column extends Json<List<Item>> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
