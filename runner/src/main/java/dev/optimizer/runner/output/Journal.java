package dev.optimizer.runner.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code journal.jsonl}: a line per finished run, written as soon as its trace is in place. It is what {@code --resume} goes by, and
 * no result: its lines stand in the order in which the runs ended.
 */
final class Journal implements Closeable {
    /** The journals of a folder; those of shards have a name of their own. */
    static final String PATTERN = "journal*.jsonl";

    private final FileChannel file;

    private Journal(FileChannel file) {
        this.file = file;
    }

    /** A journal that begins with the given entries. */
    static Journal create(Path file, Collection<JournalEntry> entries) throws IOException {
        WholeFile.write(file, out -> {
            for (JournalEntry entry : entries) {
                out.write(entry.toLine());
            }
        });
        return new Journal(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    /** Adds an entry, whole or not at all, unless the process is killed on the way. */
    synchronized void append(JournalEntry entry) throws IOException {
        long end = file.size();
        ByteBuffer line = ByteBuffer.wrap(entry.toLine().getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            file.truncate(end);
            throw e;
        }
    }

    /** The entries of a journal; lines that are not whole are left out. */
    static List<JournalEntry> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(Journal::utf8)
                    .map(JournalEntry::parse)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** A line that was torn inside of a character would be an error to a reader of UTF-8. */
    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The journals of a folder, in the order of their names. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PATTERN)) {
            found.forEach(files::add);
        }
        files.sort(Comparator.comparing(Path::toString));
        return files;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
