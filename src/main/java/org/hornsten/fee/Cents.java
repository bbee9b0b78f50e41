package org.hornsten.fee;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.kit.Refused;

/** Money: whole cents of euro, never less than nothing, never anything smaller than a cent. */
@Schema(type = SchemaType.INTEGER, format = "int64")
public record Cents(long amount) implements Comparable<Cents> {
    public static final Cents NOTHING = new Cents(0);
    private static final int IN_A_EURO = 100;
    /** Digits, in groups of three or not, and perhaps one or two decimals after a comma or a point. */
    private static final Pattern TYPED = Pattern.compile("(\\d{1,12}|\\d{1,3}(?: \\d{3}){1,3})(?:[.,](\\d{1,2}))?");
    private static final Pattern FINER = Pattern.compile("[\\d ]+[.,]\\d{3,}");
    private static final Pattern NEGATIVE = Pattern.compile("[-−–]\\s*\\d.*");
    private static final String SPACES = "[\\s\\u00a0\\u2009\\u202f]+";

    /** @throws IllegalArgumentException for less than nothing */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Cents {
        if (amount < 0) throw new IllegalArgumentException("Less than nothing: " + amount);
    }

    @Override
    @JsonValue
    public long amount() {
        return amount;
    }

    /**
     * As people write it, in any of our languages: {@code 12}, {@code 12,5}, {@code 1 234.50 €}.
     *
     * @param field the name of the form's field, for the refusal
     * @throws Refused for nothing, less than nothing, parts of a cent, what is no number, and more than the most
     */
    public static Cents typed(String field, String text, Cents most) {
        String bare = text.replaceAll("(?i)€|\\beuros?a?\\b|\\beur\\b", "").replaceAll(SPACES, " ").strip();
        if (bare.isEmpty()) throw new Refused(field, "fee:money_missing");
        if (NEGATIVE.matcher(bare).matches()) throw new Refused(field, "fee:money_negative");
        if (FINER.matcher(bare).matches()) throw new Refused(field, "fee:money_finer");
        Matcher number = TYPED.matcher(bare);
        if (!number.matches()) throw new Refused(field, bare.matches("[\\d ]{13,}([.,]\\d+)?")
                ? "fee:money_huge" : "fee:money_wrong");
        String decimals = number.group(2) == null ? "00" : (number.group(2) + "0").substring(0, 2);
        return within(field, Long.parseLong(number.group(1).replace(" ", "") + decimals), most);
    }

    /**
     * As programs say it.
     *
     * @throws Refused for less than a cent and for more than the most
     */
    static Cents within(String field, long amount, Cents most) {
        if (amount < 0) throw new Refused(field, "fee:money_negative");
        if (amount == 0) throw new Refused(field, "fee:money_nothing");
        if (amount > most.amount) throw new Refused(field, "fee:money_much", most);
        return new Cents(amount);
    }

    public Cents plus(Cents other) {
        return new Cents(Math.addExact(amount, other.amount));
    }

    public Cents times(long count) {
        return new Cents(Math.multiplyExact(amount, count));
    }

    /** Half of it; half a cent counts as a whole one, in favour of whoever gets it. */
    Cents halved() {
        return new Cents(amount / 2 + amount % 2);
    }

    public boolean nothing() {
        return amount == 0;
    }

    /** As one reads it: {@code 1 234,50 €} in Swedish and Finnish, {@code €1,234.50} in English. */
    public String in(String language) {
        boolean english = language.startsWith("en");
        DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
        signs.setDecimalSeparator(english ? '.' : ',');
        signs.setGroupingSeparator(english ? ',' : '\u00a0');
        String whole = new DecimalFormat("#,##0", signs).format(amount / IN_A_EURO)
                + signs.getDecimalSeparator() + String.format(Locale.ROOT, "%02d", amount % IN_A_EURO);
        return english ? "€" + whole : whole + "\u00a0€";
    }

    /** As one types it in that language. */
    public String typed(String language) {
        return amount / IN_A_EURO + (language.startsWith("en") ? "." : ",")
                + String.format(Locale.ROOT, "%02d", amount % IN_A_EURO);
    }

    @Override
    public int compareTo(Cents other) {
        return Long.compare(amount, other.amount);
    }

    /** For messages that are given an amount without a language. */
    @Override
    public String toString() {
        return in("sv");
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Cents, Long> {
        @Override
        public Long convertToDatabaseColumn(Cents cents) {
            return cents == null ? null : cents.amount;
        }

        @Override
        public Cents convertToEntityAttribute(Long amount) {
            return amount == null ? null : new Cents(amount);
        }
    }
}
