package dev.optimizer.runner.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** Writes files that appear whole or not at all: under another name first, then renamed. */
public final class WholeFile {
    /** What puts the content down. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a text file in UTF-8, replacing what was there; its folder is made if need be.
     *
     * @return what {@link #stamp} gives for the file
     */
    public static String write(Path file, Content content) throws IOException {
        return writeBytes(file, bytes -> {
            try (Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
                content.writeTo(out);
            }
        });
    }

    /** The same with a file that is not text. */
    public static void write(Path file, byte[] content) throws IOException {
        writeBytes(file, out -> out.write(content));
    }

    private interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    private static String writeBytes(Path file, Bytes content) throws IOException {
        Path unfinished = unfinished(file);
        try {
            String stamp = put(unfinished, content);
            rename(unfinished, file);
            return stamp;
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    /** The name that a file has until it is whole. Not Files.createTempFile, whose files nobody else may read. */
    static Path unfinished(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static String put(Path file, Bytes content) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(create(file), new CRC32C());
        try (checked) {
            content.writeTo(checked);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Long.toHexString(checked.getChecksum().getValue());
    }

    /** Tells by its CRC-32C whether a file is the one that was written; SHA-256 took a twentieth of a batch of small runs. */
    static String stamp(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(checksum.getValue());
    }

    /** Looking for the folder first would take as long as writing a small file. */
    private static OutputStream create(Path file) throws IOException {
        try {
            return Files.newOutputStream(file);
        } catch (NoSuchFileException e) {
            Files.createDirectories(file.getParent());
            return Files.newOutputStream(file);
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
