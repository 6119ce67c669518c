package dev.optimizer.runner.config.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A config as a file: its text, or in one sentence why there is none, and its name. */
public final class ConfigFile {
    /** No config that a person wrote is longer. */
    static final int MAX_BYTES = 1 << 20;

    private ConfigFile() {}

    /**
     * All of a file.
     *
     * @throws UnreadableConfigException if there is no such file, it cannot be read, or it is longer than 1 MiB
     * @throws InvalidConfigException if it is not UTF-8, with the place of the first wrong byte
     */
    public static String text(Path file) throws UnreadableConfigException, InvalidConfigException {
        if (Files.isDirectory(file)) {
            throw new UnreadableConfigException(file, "it is a folder", null);
        }
        // Not the size that the file system tells: a pipe or a device has none.
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnreadableConfigException(file, "it is larger than 1 MiB, the most a config may have", null);
            }
            return decode(file, bytes);
        } catch (NoSuchFileException e) {
            throw new UnreadableConfigException(file, "there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new UnreadableConfigException(file, "permission denied", e);
        } catch (IOException e) {
            throw new UnreadableConfigException(file, String.valueOf(e.getMessage()), e);
        }
    }

    /** A file's name without its ending. */
    public static String nameOf(Path path) {
        Path file = path.getFileName();
        return file == null ? "" : file.toString().replaceFirst("\\.[^.]*$", "");
    }

    private static String decode(Path file, byte[] bytes) throws InvalidConfigException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            String before = out.flip().toString();
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            String start = before.substring(before.lastIndexOf('\n') + 1);
            Position position = new Position(file, line, start.codePointCount(0, start.length()) + 1);
            String message = "this character is not UTF-8; save the file as UTF-8";
            throw new InvalidConfigException(List.of(new Diagnostic(position, message, start, 1)));
        }
        return out.flip().toString();
    }
}
