package org.hornsten.kit;

import io.nayuki.qrcodegen.QrCode.Ecc;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A square code a telephone reads; the quiet zone of four modules is part of it. */
public final class QrCode {
    private static final int QUIET = 4;
    /** Dots to a module: sharp on paper. */
    private static final int DOTS = 8;
    private static final int WHITE = 0xffffff;

    private final io.nayuki.qrcodegen.QrCode code;

    private QrCode(io.nayuki.qrcodegen.QrCode code) {
        this.code = code;
    }

    public static QrCode of(String address) {
        return new QrCode(io.nayuki.qrcodegen.QrCode.encodeText(address, Ecc.MEDIUM));
    }

    /** Its side in modules. */
    public int size() {
        return code.size + 2 * QUIET;
    }

    /** The dark modules as a path of SVG, one unit to a module. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size(); y++)
            for (int x = 0; x < size(); x++)
                if (dark(x, y)) path.append("M%d,%dh1v1h-1z".formatted(x, y));
        return path.toString();
    }

    /** The same as an address that holds a PNG picture, for paper. */
    public String picture() {
        int side = size() * DOTS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++) image.setRGB(x, y, dark(x / DOTS, y / DOTS) ? 0 : WHITE);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private boolean dark(int x, int y) {
        return code.getModule(x - QUIET, y - QUIET);
    }
}
