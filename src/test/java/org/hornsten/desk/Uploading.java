package org.hornsten.desk;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.hornsten.identity.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Sends a form with a file, as a browser does. */
public final class Uploading {
    private Uploading() {}

    public static Response as(Person person, String formPage, String action, String name, byte[] file) {
        Map<String, String> cookies = new HashMap<>();
        Element button = Jsoup.parse(get("/demo", cookies).asString())
                .selectFirst("button[value=" + person.userName + "]");
        RequestSpecification signIn = request(cookies).contentType("application/x-www-form-urlencoded")
                .formParam(button.attr("name"), button.attr("value"));
        button.closest("form").select("input[name]")
                .forEach(field -> signIn.formParam(field.attr("name"), field.attr("value")));
        cookies.putAll(signIn.post(button.closest("form").attr("action")).cookies());
        Element form = Jsoup.parse(get(formPage, cookies).asString()).selectFirst("form[action=" + action + "]");
        RequestSpecification sent = request(cookies).multiPart("file", name, file, "application/octet-stream")
                .multiPart("language", "sv");
        form.select("input[type=hidden]").forEach(field -> sent.multiPart(field.attr("name"), field.attr("value")));
        return sent.post(action);
    }

    private static Response get(String path, Map<String, String> cookies) {
        Response answer = request(cookies).get(path);
        cookies.putAll(answer.cookies());
        return answer;
    }

    private static RequestSpecification request(Map<String, String> cookies) {
        return RestAssured.given().redirects().follow(false).cookies(cookies).header("Accept", "text/html")
                .header("Accept-Language", "sv").header("Sec-Fetch-Site", "same-origin");
    }
}
