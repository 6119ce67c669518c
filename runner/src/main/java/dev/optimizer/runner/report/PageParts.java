package dev.optimizer.runner.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What the program brings along for its pages: frame, style and scripts. */
final class PageParts {
    private PageParts() {}

    /** @throws IOException if the program lacks the file */
    static String text(String name) throws IOException {
        try (InputStream in = PageParts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
