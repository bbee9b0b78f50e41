package org.hornsten;

import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hornsten.identity.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person at a browser without JavaScript: signs in, opens pages, fills in the forms that are on them. */
public final class Browser {
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String language = "sv";

    private Browser() {}

    public static Browser nobody() {
        return new Browser();
    }

    public static Browser as(Person person) {
        Browser browser = new Browser();
        browser.get("/demo").submit("button[value=" + person.userName + "]", Map.of()).is(303);
        return browser;
    }

    /** A token for the JSON API. */
    public static String token(Person person) {
        return RestAssured.given().contentType("application/json").body(Map.of("person", person.userName))
                .post("/api/v1/demo/sign-in").then().statusCode(200).extract().path("token");
    }

    /** The JSON API, spoken to by that person. */
    public static RequestSpecification api(Person person) {
        return RestAssured.given().contentType("application/json").header("Authorization", "Bearer " + token(person));
    }

    public Browser reading(String language) {
        this.language = language;
        if (!cookies.isEmpty()) get("/privacy").submit("button[value=" + language + "]", Map.of()).is(303);
        return this;
    }

    public Page get(String path) {
        return new Page(path, request().urlEncodingEnabled(false).get(encoded(path)));
    }

    /** Sends the form of that page whose action is the path, with these fields over what it holds already. */
    public Page post(String formPage, String path, Object... fields) {
        Map<String, Object> filled = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) filled.put((String) fields[i], fields[i + 1]);
        return get(formPage).submit("form[action=" + path + "]", filled);
    }

    /** Sends a form with a file beside what it holds already. */
    public Page upload(String formPage, String path, String name, byte[] file) {
        return upload(formPage, path, name, file, Map.of());
    }

    /** The same with more that somebody typed. */
    public Page upload(String formPage, String path, String name, byte[] file, Map<String, String> typed) {
        Element form = get(formPage).document().selectFirst("form[action=" + path + "]");
        RequestSpecification sent = request().multiPart("file", name, file, "text/csv");
        form.select("input[type=hidden]").stream().filter(field -> !typed.containsKey(field.attr("name")))
                .forEach(field -> sent.multiPart(field.attr("name"), field.attr("value")));
        // as browsers write it: in the letters of the page
        typed.forEach((field, words) -> sent.multiPart(new MultiPartSpecBuilder(words).controlName(field)
                .charset(UTF_8).build()));
        return new Page(path, sent.post(path));
    }

    /** Sends a bare request, a POST with nothing but what proves that it comes from our own page. */
    public Response sent(String verb, String path) {
        if (verb.equals("GET")) return request().urlEncodingEnabled(false).get(encoded(path));
        String token = get("/privacy").document().select("input[name=token]").attr("value");
        return request().contentType("application/x-www-form-urlencoded").formParam("token", token).post(path);
    }

    /** A bare POST with fields nobody asked for beside the proof. */
    public int smuggled(String path, Map<String, String> fields) {
        String token = get("/privacy").document().select("input[name=token]").attr("value");
        return request().contentType("application/x-www-form-urlencoded").formParam("token", token).formParams(fields)
                .post(path).statusCode();
    }

    /** Sends a form as it stands, with other words in some of its fields; what it answers is not judged. */
    public Response sentWith(Element form, Map<String, String> fields) {
        return new Page(form.attr("action"), null).filled(form, fields).post(form.attr("action"));
    }

    /** The cookies as they go over the wire. */
    public String cookieLine() {
        return cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue())
                .reduce((one, other) -> one + "; " + other).orElse("");
    }

    /** As a browser sends it: what is encoded already stays, a fragment is not sent. */
    private static String encoded(String path) {
        StringBuilder sent = new StringBuilder();
        path.replaceFirst("#.*", "").codePoints().forEach(sign -> sent.append(sign > ' ' && sign < 127
                ? Character.toString(sign) : URLEncoder.encode(Character.toString(sign), UTF_8).replace("+", "%20")));
        return sent.toString();
    }

    /** From a page elsewhere, without anything that proves where it comes from. */
    public int bare(String verb, String path) {
        return RestAssured.given().redirects().follow(false).urlEncodingEnabled(false).cookies(cookies)
                .header("Origin", "https://elsewhere.example").header("Sec-Fetch-Site", "cross-site")
                .request(verb, path).statusCode();
    }

    public int tried(String verb, String path) {
        return sent(verb, path).statusCode();
    }

    private RequestSpecification request() {
        return RestAssured.given().redirects().follow(false).urlEncodingEnabled(true).cookies(cookies)
                .header("Accept", "text/html, */*;q=0.5").header("Accept-Language", language)
                .header("Sec-Fetch-Site", "same-origin");
    }

    /** What the server answered. */
    public final class Page {
        public final String path;
        public final Response response;

        Page(String path, Response response) {
            this.path = path;
            this.response = response;
            if (response != null) cookies.putAll(response.cookies());
        }

        public Document document() {
            return Jsoup.parse(response.asString(), path);
        }

        public Page is(int status) {
            assertEquals(status, response.statusCode(), () -> path + "\n" + response.asString());
            return this;
        }

        public Page seesOther(String where) {
            is(303);
            assertTrue(response.header("Location").endsWith(where), response.header("Location"));
            return this;
        }

        public Page follow() {
            is(303);
            String where = response.header("Location");
            return get(where.startsWith("http") ? where.substring(where.indexOf('/', 8)) : where);
        }

        public Page shows(String words) {
            is(200);
            assertTrue(document().text().contains(words), () -> words + " is not on\n" + document().text());
            return this;
        }

        public Page hides(String words) {
            assertFalse(document().text().contains(words), () -> words + " is on\n" + document().text());
            return this;
        }

        /** What is in the bundle it gives, by name. */
        public Map<String, String> files() {
            Map<String, String> files = new LinkedHashMap<>();
            try (ZipInputStream zip = new ZipInputStream(response.asInputStream())) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                    files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return files;
        }

        /** Refused beside the field, with a summary, an error in the title and what was typed still there. */
        public Page refuses(String field) {
            is(422);
            assertTrue(document().title().matches("(Fel|Virhe|Error): .*"), document().title());
            assertFalse(document().select(".govuk-error-summary a[href$=" + field + "]").isEmpty(), document().text());
            return this;
        }

        /** @param chosen selector of a form, or of a button in it */
        public Page submit(String chosen, Map<String, ?> fields) {
            Element found = document().selectFirst(chosen);
            if (found == null) throw new AssertionError(chosen + " is not on " + path + "\n" + document().body());
            Element form = found.closest("form");
            RequestSpecification request = request().contentType("application/x-www-form-urlencoded; charset=UTF-8");
            for (Element field : form.select("input[name], textarea[name], select[name]"))
                if (!fields.containsKey(field.attr("name"))) filled(field)
                .forEach(value -> request.formParam(field.attr("name"), value));
            if (found.is("button[name]")) request.formParam(found.attr("name"), found.attr("value"));
            fields.forEach((name, value) -> {
                if (value instanceof Collection<?> many) request.formParam(name, many);
                else request.formParam(name, value);
            });
            String to = found.hasAttr("formaction") ? found.attr("formaction") : form.attr("action");
            String action = to.isEmpty() ? path : to;
            return new Page(action, request.post(action));
        }

        private RequestSpecification filled(Element form, Map<String, String> fields) {
            RequestSpecification request = request().contentType("application/x-www-form-urlencoded; charset=UTF-8");
            for (Element field : form.select("input[name], textarea[name], select[name]"))
                if (fields.containsKey(field.attr("name"))) request.formParam(field.attr("name"), fields.get(field.attr("name")));
                else filled(field).forEach(value -> request.formParam(field.attr("name"), value));
            Element button = form.selectFirst("button[name]");
            return button == null ? request : request.formParam(button.attr("name"), button.attr("value"));
        }

        private List<String> filled(Element field) {
            if (field.is("textarea")) return List.of(field.wholeText());
            if (field.is("select")) return field.select("option[selected]").eachAttr("value");
            boolean ticked = !field.is("[type=radio], [type=checkbox]") || field.hasAttr("checked");
            return ticked && !field.is("[type=submit]") ? List.of(field.attr("value")) : List.of();
        }
    }
}
