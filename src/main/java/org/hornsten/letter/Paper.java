package org.hornsten.letter;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A page as a file to print: tagged (PDF/UA), in its language, with its font in it. Nothing is fetched but our own
 * sheet and pictures that are part of the page.
 */
final class Paper {
    private static final String OWN = "own";
    private static final String SHEET = OWN + ":/paper.css";
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        // its log would name what is on the page
        XRLog.setLoggingEnabled(false);
    }

    private Paper() {}

    /** @param page well-formed XHTML */
    static byte[] of(String page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, address) -> allowed(address));
        builder.useProtocolsStreamImplementation(address -> new Own(), OWN);
        builder.useFont(() -> PdfRendererBuilder.class.getResourceAsStream(FONT), "Liberation Sans");
        builder.withHtmlContent(page, SHEET);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pdf.toByteArray();
    }

    private static String allowed(String address) {
        return address.startsWith("data:image/png;base64,") || address.equals(SHEET) ? address : null;
    }

    private static final class Own implements FSStream {
        @Override
        public InputStream getStream() {
            return Paper.class.getResourceAsStream("/paper/paper.css");
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
