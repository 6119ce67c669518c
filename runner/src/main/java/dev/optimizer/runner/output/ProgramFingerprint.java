package dev.optimizer.runner.output;

import dev.optimizer.runner.Version;
import dev.optimizer.runner.plan.Hash;
import dev.optimizer.solver.Minimizer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which program this is: its version and a hash of its parts, for two builds of one version may differ. Of a jar the table
 * of contents is enough, which has name, size and CRC of each entry.
 */
final class ProgramFingerprint {
    private static final int DIGITS = 16;

    private static String known;

    private ProgramFingerprint() {}

    /** {@code 0.1.0-SNAPSHOT 1b2c…}, the same for the same code wherever it lies. */
    static synchronized String current() throws IOException {
        if (known == null) {
            known = Version.current() + " " + hash();
        }
        return known;
    }

    private static String hash() throws IOException {
        Set<Path> places = new LinkedHashSet<>(List.of(placeOf(Version.class), placeOf(Minimizer.class)));
        StringBuilder parts = new StringBuilder();
        for (Path place : places) {
            parts.append(Files.isDirectory(place) ? folder(place) : jar(place));
        }
        return Hash.hex(parts.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the JVM knows where its classes are", e);
        }
    }

    private static StringBuilder jar(Path file) throws IOException {
        StringBuilder contents = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            // In the order of the table of contents.
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                line(contents, entry.getName(), entry.getSize(), entry.getCrc());
            }
        }
        return contents;
    }

    private static StringBuilder folder(Path folder) throws IOException {
        StringBuilder contents = new StringBuilder();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                line(contents, folder.relativize(file).toString(), bytes.length, crc.getValue());
            }
        }
        return contents;
    }

    private static void line(StringBuilder contents, String name, long size, long crc) {
        contents.append(name).append(' ').append(size).append(' ').append(crc).append('\n');
    }
}
