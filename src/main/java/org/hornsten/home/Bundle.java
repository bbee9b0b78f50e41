package org.hornsten.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hornsten.attendance.Envelope;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.ledger.Ledger;
import org.hornsten.rating.Raters;
import org.hornsten.web.Theme;
import org.hornsten.web.When;

/** A person's copy in one file: {@code data.json} for programs and a page to read, in the person's language. */
@ApplicationScoped
class Bundle {
    private final Ledger ledger;
    private final Raters raters;
    private final Envelope envelope;
    private final ObjectMapper json;
    private final When when;
    private final Theme theme;

    Bundle(Ledger ledger, Raters raters, Envelope envelope, ObjectMapper json, When when, Theme theme) {
        this.ledger = ledger;
        this.raters = raters;
        this.envelope = envelope;
        this.json = json;
        this.when = when;
        this.theme = theme;
    }

    @CheckedTemplate(basePath = "home")
    record copy(Copy copy, When when, String language, String organisation) implements TemplateInstance {}

    byte[] of(Me me) {
        Copy copy = copy(me);
        String language = Multilingual.plain(me.known().language);
        String page = new copy(copy, when, language, theme.organisation(language)).setLocale(language).render();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "data.json", json.writerWithDefaultPrettyPrinter().writeValueAsString(copy));
            put(zip, "hornsten.html", page);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A copy cannot be written", unwritable);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    Copy copy(Me me) {
        Person person = me.known();
        return Copy.of(me, raters.of(person), envelope, ledger.by(person));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
