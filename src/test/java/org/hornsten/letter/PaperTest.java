package org.hornsten.letter;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.hornsten.Ear;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Printing fetches nothing from anywhere, whatever stands on the page. */
class PaperTest {
    @Test
    void no_address_on_the_page_is_called() {
        try (Ear ear = Ear.open()) {
            assertTrue(Paper.of(page(ear.host())).length > 1000);
            assertEquals(0, ear.came());
        }
    }

    @Test
    void a_printer_that_fetches_would_be_heard() throws IOException {
        try (Ear ear = Ear.open()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withHtmlContent(page(ear.host()), null);
            builder.toStream(new ByteArrayOutputStream());
            builder.run();
            assertTrue(ear.came() > 0);
        }
    }

    private static String page(String host) {
        return """
                <html lang="sv"><head><title>Brev</title><meta name="description" content="Brev"/>
                <link rel="stylesheet" href="http://%1$s/a.css"/>
                <style>@import url(http://%1$s/b.css); @font-face { font-family: F; src: url(http://%1$s/f.ttf) }
                p { background-image: url(http://%1$s/c.png); font-family: "Liberation Sans", F }</style></head>
                <body><p>Hej</p><img alt="x" src="http://%1$s/d.png"/><object data="http://%1$s/e"></object>
                <iframe src="http://%1$s/g"></iframe><img alt="y" src="//%1$s/h.png"/>
                <svg xmlns="http://www.w3.org/2000/svg"><image href="http://%1$s/i.png"/></svg>
                <a href="http://%1$s/j">j</a></body></html>""".formatted(host);
    }
}
