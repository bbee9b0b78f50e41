package org.hornsten.kit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The code of a letter: eight random signs (36 bits) of the alphabet of {@link Code} and a check sign, shown in threes:
 * {@code ACD-F37-KMX}. The check sign is Σ i·vᵢ mod 23, i = 1…8: it finds every single wrong sign and every two signs
 * that changed places, the check sign among them.
 */
public final class LetterCode {
    private static final int RANDOM_SIGNS = 8;
    private static final int FAMILY = 3;
    /** What must not come by post, in Swedish, Finnish or English; only words the alphabet can spell. */
    private static final Set<String> UNFIT = Set.of(
            "ADHD", "APA", "CRACK", "CRAP", "DAMN", "DEAD", "DEATH", "DEMENT", "FAG", "FAN", "FAT", "FEG",
            "FET", "GAGA", "GAY", "HAG", "HARHA", "HAT", "KAKKA", "KKK", "KNARK", "KRANK", "KYRPA", "MAD",
            "NAKED", "NAKEN", "NARKKA", "NEGER", "PAHA", "PEE", "PERHANA", "PERKE", "RAAKA", "RAPE", "RAT",
            "TAPA", "TYHMA", "WANK", "WTF", "XXX");
    private static final String LOOK_LIKE_LETTERS = "3E4A6G7T9G";

    private LetterCode() {}

    /** A new one; those that can be read as an unfit word are drawn again. */
    public static String draw(RandomGenerator random) {
        String signs;
        do {
            StringBuilder drawn = new StringBuilder();
            for (int i = 0; i < RANDOM_SIGNS; i++)
                drawn.append(Code.ALPHABET.charAt(random.nextInt(Code.ALPHABET.length())));
            signs = drawn.append(Code.check(drawn)).toString();
        } while (unfit(signs));
        return shown(signs);
    }

    /** Also with digits for letters: F4N. */
    static boolean unfit(String signs) {
        String word = signs.chars().mapToObj(sign -> {
            int digit = LOOK_LIKE_LETTERS.indexOf(sign);
            return String.valueOf(digit >= 0 && digit % 2 == 0 ? LOOK_LIKE_LETTERS.charAt(digit + 1) : (char) sign);
        }).collect(Collectors.joining());
        return UNFIT.stream().anyMatch(word::contains);
    }

    /**
     * What a person meant: capital letters, no spaces or hyphens, in threes. Nothing is guessed: a sign that no code
     * has is named.
     *
     * @throws Refused naming the signs that are never used, or telling that the length or a sign is wrong
     */
    public static String read(String typed) {
        String signs = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}]", "");
        List<String> foreign = signs.codePoints().filter(sign -> Code.ALPHABET.indexOf(sign) < 0)
                .mapToObj(Character::toString).distinct().toList();
        if (foreign.size() == 1) throw new Refused("code", "web:letter_sign_unknown", foreign.get(0));
        if (!foreign.isEmpty()) throw new Refused("code", "web:letter_signs_unknown", String.join(" ", foreign));
        if (signs.length() != RANDOM_SIGNS + 1) throw new Refused("code", "web:letter_length_wrong", signs.length());
        if (Code.check(signs.substring(0, RANDOM_SIGNS)) != signs.charAt(RANDOM_SIGNS))
            throw new Refused("code", "web:letter_sign_wrong");
        return shown(signs);
    }

    /** What codes that begin alike have in common: whoever types one wrong again and again stays within it. */
    public static String family(String code) {
        return code.substring(0, FAMILY);
    }

    private static String shown(String signs) {
        return String.join("-", signs.split("(?<=\\G.{3})"));
    }
}
