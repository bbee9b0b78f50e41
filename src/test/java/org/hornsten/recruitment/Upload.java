package org.hornsten.recruitment;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.hornsten.Browser;
import org.jsoup.nodes.Element;

/** Sends a file with the form of a page. */
public final class Upload {
    private Upload() {}

    public static Response sent(Browser browser, String page, byte[] file, Map<String, String> fields) {
        Element form = browser.get(page).is(200).document().selectFirst("form[enctype]");
        RequestSpecification request = RestAssured.given().redirects().follow(false)
                .header("Cookie", browser.cookieLine()).header("Sec-Fetch-Site", "same-origin")
                .header("Accept", "text/html").header("Accept-Language", "sv")
                .multiPart("file", "tabell.csv", file, "text/csv");
        form.select("input[type=hidden]").forEach(one -> request.multiPart(one.attr("name"), one.attr("value")));
        fields.forEach(request::multiPart);
        return request.post(form.attr("action"));
    }
}
