package dev.optimizer.runner.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.cli.CommandLineInterface;
import dev.optimizer.runner.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of damaged configs through the program as a user has it: each ends with a code that is listed, without a stack
 * trace, and none is valid for the reader that the schema refuses.
 */
class MutatedConfigTest {
    private static final int CONFIGS = 10_000;

    private static final Pattern WORD = Pattern.compile("[\\w.+-]+|[^\\w\\s]");
    private static final String ALPHABET =
            "{}[]:,-&*!|>'\"%@`#?\n\t\r ~<=\\.0179aexX\u0000\u0007\u00E9\u2028\uD835\uDC65\uFEFF";

    private static final ConfigReader READER = new ConfigReader(Solvers.declarations());
    private static final SchemaCheck SCHEMA = new SchemaCheck(READER.schema());

    @TempDir
    private Path folder;

    private final Random random = new Random(1);

    @Test
    void whateverIsDamagedTheEndIsAListedOneAndTheSchemaAgrees() throws IOException {
        List<String> originals = originals();
        Map<ExitCode, Integer> endings = new EnumMap<>(ExitCode.class);
        int asked = 0;
        int refusedByBoth = 0;
        for (int i = 0; i < CONFIGS; i++) {
            byte[] damaged = damaged(originals.get(random.nextInt(originals.size())));
            ExitCode ending = run(damaged, i % 10 == 0 ? "plan" : "validate");
            endings.merge(ending, 1, Integer::sum);
            // The schema has to agree on every config that the reader takes; how much it finds, some are enough to
            // show.
            if (ending == ExitCode.OK || i % 8 == 0) {
                String yaml = new String(damaged, StandardCharsets.UTF_8);
                boolean refused = !SCHEMA.complaints(yaml).equals(Optional.of(List.of()));
                assertThat(ending == ExitCode.OK && refused).as(yaml).isFalse();
                asked += ending == ExitCode.OK ? 0 : 1;
                refusedByBoth += refused ? 1 : 0;
            }
        }
        assertThat(endings.keySet()).isSubsetOf(ExitCode.OK, ExitCode.CONFIG_INVALID);
        // Both ends are met often, or the mutations would be of no use; and the schema finds most of what is wrong.
        assertThat(endings.get(ExitCode.OK)).isGreaterThan(CONFIGS / 20);
        assertThat(endings.get(ExitCode.CONFIG_INVALID)).isGreaterThan(CONFIGS / 5);
        assertThat(refusedByBoth).isGreaterThan(asked / 2);
    }

    private List<String> originals() throws IOException {
        List<String> originals = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of("../configs"))) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().endsWith(".csv")) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                } else if (!file.toString().contains("garbow")) {
                    originals.add(Files.readString(file));
                }
            }
        }
        for (long seed = 0; seed < 100; seed++) {
            originals.add(ConfigText.of(new RandomConfig(new Random(seed)).of(READER.schema()))
                    .toString());
        }
        return originals;
    }

    private ExitCode run(byte[] config, String subcommand) throws IOException {
        Path file = Files.write(folder.resolve("damaged.yaml"), config);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        ExitCode ending =
                new CommandLineInterface(stream, stream, Map.of(), Terminal.NONE).run(subcommand, file.toString());
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .as(new String(config, StandardCharsets.UTF_8))
                .doesNotContain("\tat ", "Exception", "internal error");
        return ending;
    }

    private byte[] damaged(String original) {
        return switch (random.nextInt(3)) {
            case 0 -> bytes(original);
            case 1 -> characters(original).getBytes(StandardCharsets.UTF_8);
            default -> words(original).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] bytes(String original) {
        byte[] bytes = original.getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(3)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
            default -> bytes[at] = bytes[random.nextInt(bytes.length)];
        }
        return bytes;
    }

    private String characters(String original) {
        StringBuilder text = new StringBuilder(original);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
            }
        }
        return text.toString();
    }

    /** A word gone, or in the place of another. */
    private String words(String original) {
        List<int[]> places = new ArrayList<>();
        Matcher words = WORD.matcher(original);
        while (words.find()) {
            places.add(new int[] {words.start(), words.end()});
        }
        int[] place = places.get(random.nextInt(places.size()));
        int[] other = places.get(random.nextInt(places.size()));
        String word = random.nextBoolean() ? "" : original.substring(other[0], other[1]);
        return original.substring(0, place[0]) + word + original.substring(place[1]);
    }
}
