package dev.optimizer.runner.report;

import java.io.IOException;

/**
 * Figures as pictures. This is AWT's work, of which nothing is loaded before the first picture is made: it takes as long
 * as a small batch, and not every JVM has all that it needs.
 */
public final class Png {
    private static final String SMALLEST = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
            + "<text x=\"1\" y=\"8\" font-family=\"sans-serif\">x</text></svg>";

    private Png() {}

    /**
     * Makes a small picture.
     *
     * @throws IOException if this JVM can make none; its message says what helps
     */
    public static void check() throws IOException {
        try {
            draw(SMALLEST);
        } catch (LinkageError | InternalError | RuntimeException e) {
            // What it is depends on the release and on what is missing: fonts, the library that draws them, all of AWT.
            throw new IOException(
                    "--png needs a Java with AWT and fonts, which this one lacks (" + reason(e) + "); on Debian "
                            + "'apt-get install fontconfig fonts-dejavu-core' brings fonts; or leave --png out",
                    e);
        }
    }

    /**
     * The bytes of a picture, two pixels to a unit of the figure.
     *
     * @throws IOException if it cannot be drawn
     */
    static byte[] of(String svg) throws IOException {
        try {
            return draw(svg);
        } catch (LinkageError | InternalError | RuntimeException e) {
            throw new IOException("a plot cannot be drawn: " + reason(e), e);
        }
    }

    private static byte[] draw(String svg) throws IOException {
        // Otherwise AWT looks for a screen, and on some systems puts a symbol on it.
        System.setProperty("java.awt.headless", "true");
        return Raster.png(svg);
    }

    /** What the first of the causes says: the others are about reflection. */
    private static String reason(Throwable thrown) {
        Throwable first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
    }
}
