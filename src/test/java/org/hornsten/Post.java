package org.hornsten;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hornsten.draft.Draft;
import org.hornsten.kit.LetterCode;
import org.hornsten.kit.Refused;
import org.hornsten.link.PersonalLink;

/** Letters as Lena sends them, opened by the test. */
public final class Post {
    private static final String ALPHABET = "ACDEFGHJKMNPQRTWXY34679";

    private Post() {}

    /** @return the answer to the act: {@code batch} and {@code items} */
    public static Response letters(Draft draft, Object... to) {
        return Browser.api(World.lena()).body(Map.of("about", draft.ref(), "channel", "letter", "to", List.of(to)))
                .post("/api/v1/invitations");
    }

    public static Map<String, Object> somebody(String name, String language) {
        return Map.of("kind", "customer", "language", language, "name", name);
    }

    public static String csv(String batch) {
        return Browser.api(World.lena()).get("/api/v1/invitations/letters/" + batch + "?format=csv").then()
                .statusCode(200).extract().asString();
    }

    /** The code of the only letter of a batch. */
    public static String code(Response letters) {
        String csv = csv(letters.then().statusCode(201).extract().path("batch"));
        return csv.lines().toList().get(1).replaceFirst(".*,\"(.*)\"", "$1");
    }

    public static PersonalLink link(Response letters) {
        return PersonalLink.<PersonalLink>find("publicId", letters.<String>path("items[0].id")).singleResult();
    }

    public static Response access(Map<String, ?> body) {
        return RestAssured.given().contentType("application/json").body(body).post("/api/v1/access");
    }

    /** A code nobody has that begins so. */
    public static String unknown(String family, int number) {
        StringBuilder signs = new StringBuilder(family);
        for (int rest = number; signs.length() < 8; rest /= ALPHABET.length())
            signs.append(ALPHABET.charAt(rest % ALPHABET.length()));
        for (char check : ALPHABET.toCharArray())
            try {
                return LetterCode.read(signs.toString() + check);
            } catch (Refused wrongSign) {
                continue;
            }
        throw new IllegalStateException(signs.toString());
    }

    /** Status, headers and body, without what is another one each time: the code itself, marks of forms, the hour. */
    public static String told(Response answer, String code) {
        String headers = answer.headers().asList().stream().filter(h -> !h.getName().equalsIgnoreCase("Date"))
                .map(h -> h.getName() + ": " + h.getValue()).sorted().collect(Collectors.joining("\n"));
        return answer.statusCode() + "\n" + headers.replaceAll("(?i)content-length: \\d+", "")
                + "\n" + answer.asString().replace(code, "").replaceAll("value=\"\\d+\\.[^\"]*\"", "");
    }
}
