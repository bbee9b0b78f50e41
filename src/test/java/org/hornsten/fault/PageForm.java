package org.hornsten.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A form as a page showed it: where it goes and what it holds. */
public record PageForm(String action, Map<String, String> fields) {
    private static final Pattern RECEIPT = Pattern.compile("\\b[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}\\b");

    /** The form on that page whose address ends so. */
    public static PageForm on(Caller.Answer page, String end) {
        Element form = Jsoup.parse(page.text()).selectFirst("form[action$=" + end + "]");
        if (form == null) throw new AssertionError("No form to " + end + " on\n" + page.text());
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name]"))
            if (!field.is("[type=radio], [type=checkbox]") || field.hasAttr("checked"))
                fields.put(field.attr("name"), field.is("textarea") ? field.wholeText() : field.attr("value"));
        return new PageForm(form.attr("action"), fields);
    }

    public PageForm with(String field, String value) {
        Map<String, String> filled = new LinkedHashMap<>(fields);
        filled.put(field, value);
        return new PageForm(action, filled);
    }

    /** The receipt a page shows. */
    public static String receipt(Caller.Answer page) {
        Matcher found = RECEIPT.matcher(Jsoup.parse(page.text()).text());
        if (!found.find()) throw new AssertionError("No receipt on\n" + page.text());
        return found.group();
    }
}
