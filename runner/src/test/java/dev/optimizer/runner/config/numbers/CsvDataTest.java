package dev.optimizer.runner.config.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.formula.Shape;
import dev.optimizer.runner.config.DataFile;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.reader.Configs;
import dev.optimizer.runner.config.text.InvalidConfigException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that stand in CSV files beside the config. */
class CsvDataTest {
    @TempDir
    private Path folder;

    private ProblemConfig problem(String data) throws InvalidConfigException {
        String yaml = "version: 1\nproblem:\n  data: {" + data + "}\n  formula: x\n  starts: {s: 0}\n"
                + "solvers: {newton: newton}\n";
        return Configs.READER.read(folder.resolve("test.yaml"), yaml).problems().get(0);
    }

    /** The errors, without the folder's name. */
    private List<String> errors(String data) {
        try {
            problem(data);
            return List.of();
        } catch (InvalidConfigException e) {
            return e.diagnostics().stream()
                    .map(error -> error.position() + ": " + error.message())
                    .map(error -> error.replace(folder + "/", ""))
                    .toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aMatrixHasNoHeader() throws Exception {
        write("A.csv", "1,2.5,-3e-2\r\n 4 ,\"5\",6\r\n");
        NamedData matrix = problem("A: {matrix: A.csv}").data().get(0);
        assertThat(matrix.values().shape()).isEqualTo(Shape.matrix(2, 3));
        assertThat(matrix.values().values()).containsExactly(1, 2.5, -0.03, 4, 5, 6);
        byte[] bytes = Files.readAllBytes(folder.resolve("A.csv"));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(matrix.file()).contains(new DataFile("A.csv", sha256));
    }

    /** Read once, kept once. */
    @Test
    void variantsOfAProblemShareTheirData() throws Exception {
        write("A.csv", "1,2\n3,4\n");
        Path file = folder.resolve("test.yaml");
        write("test.yaml", """
                version: 1
                problem: {formula: x^2 + sum(A), data: {A: {matrix: A.csv}}, starts: {a: 1}}
                solvers: {newton: newton}
                sweep: {grid: {problem.starts.a: [1, 2]}}
                """);
        List<ProblemConfig> variants = Configs.READER.read(file).problems();
        assertThat(variants).hasSize(2);
        assertThat(variants.get(1).data().get(0))
                .isSameAs(variants.get(0).data().get(0));
    }

    @Test
    void aTableHasAVectorForEachColumn() throws Exception {
        write("obs.csv", "\uFEFFt,höhe\n\n0,1\n1,0.5\n2,0.25\n");
        List<NamedData> columns = problem("obs: {csv: obs.csv}").data();
        assertThat(columns).extracting(NamedData::name).containsExactly("obs.t", "obs.höhe");
        assertThat(columns.get(0).values().shape()).isEqualTo(Shape.vector(3));
        assertThat(columns.get(1).values().values()).containsExactly(1, 0.5, 0.25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2~3,four~ | A.csv:2:3: this must be a finite number: 'four'",
                "1,2~3, x y ~ | A.csv:2:4: this must be a finite number: 'x y'",
                "1,2~3,~ | A.csv:2:3: this cell is empty; every cell must be a number",
                "1,2~3~ | A.csv:2:1: this row has 1 number, the first line has 2; every row needs as many",
                "1,2~3,4,5~ | A.csv:2:5: this row has 3 numbers, the first line has 2; every row needs as many",
                "1;2~3;4~ | A.csv:1:1: this must be a finite number: '1;2'; separate the numbers by commas",
                "1e999 | A.csv:1:1: this must be a finite number: '1e999'",
                "NaN,1 | A.csv:1:1: this must be a finite number: 'NaN'; if this line holds names, read the file as a table: {csv: …}",
                "1,\"2,5\",x | A.csv:1:3: this must be a finite number: '2,5'",
            })
    void aWrongCellIsShownWhereItStands(String text, String message) throws IOException {
        write("A.csv", text.replace('~', '\n'));
        assertThat(errors("A: {matrix: A.csv}")).contains(message);
    }

    @Test
    void theLineOfTheFileIsShown() throws IOException {
        write("A.csv", "1,2\n3,\"four\"\n");
        try {
            problem("A: {matrix: A.csv}");
        } catch (InvalidConfigException e) {
            assertThat(e.diagnostics().get(0).render())
                    .endsWith("    2 | 3,\"four\"\n      |   ^^^^^^".replace("\n", System.lineSeparator()));
            return;
        }
        throw new AssertionError("no error");
    }

    @Test
    void linesOfSpacesAreEmpty() throws Exception {
        write("A.csv", "  \n1,2\n \t \n3,4\n   ");
        assertThat(problem("A: {matrix: A.csv}").data().get(0).values().values())
                .containsExactly(1, 2, 3, 4);
        write("A.csv", "1\n  \n3\n");
        assertThat(problem("A: {matrix: A.csv}").data().get(0).values().values())
                .containsExactly(1, 3);
        write("A.csv", "1,2\n , \n");
        assertThat(errors("A: {matrix: A.csv}")).contains("A.csv:2:2: this cell is empty; every cell must be a number");
    }

    @Test
    void aQuoteThatIsNotClosedIsNamed() throws IOException {
        String message = ": the quote that opens this cell is not closed on this line; close or remove it";
        write("A.csv", "1,2\n3,\"4\n5,6\n");
        assertThat(errors("A: {matrix: A.csv}")).containsExactly("A.csv:2:3" + message);
        write("A.csv", "1,2\n\"3,4\r\n5,6\r\n");
        assertThat(errors("A: {matrix: A.csv}")).containsExactly("A.csv:2:1" + message);
        write("t.csv", "a,\"b\n1,2\n");
        assertThat(errors("t: {csv: t.csv}")).containsExactly("t.csv:1:3" + message);
    }

    @Test
    void aByteOrderMarkIsNeitherCountedNorShown() throws IOException {
        write("A.csv", "\uFEFF1,x\n");
        try {
            problem("A: {matrix: A.csv}");
        } catch (InvalidConfigException e) {
            assertThat(e.diagnostics().get(0).position().column()).isEqualTo(3);
            assertThat(e.diagnostics().get(0).render())
                    .endsWith("    1 | 1,x\n      |   ^".replace("\n", System.lineSeparator()));
            return;
        }
        throw new AssertionError("no error");
    }

    @Test
    void thereMayBeManyColumns() throws Exception {
        write("A.csv", "1,".repeat(19_999) + "1\n");
        assertThat(problem("A: {matrix: A.csv}").data().get(0).values().shape()).isEqualTo(Shape.matrix(1, 20_000));
    }

    @Test
    void tenWrongCellsAreEnough() throws IOException {
        write("A.csv", "x\n".repeat(100));
        assertThat(errors("A: {matrix: A.csv}")).hasSize(10);
    }

    @Test
    void wrongHeadersAreShown() throws IOException {
        write("t.csv", "a,2b,a\n1,2,3\n");
        assertThat(errors("t: {csv: t.csv}"))
                .containsExactly(
                        "t.csv:1:3: the name of a column must consist of at most 60 letters, digits or _, no digit first: '2b'; a table's first line holds the names of its columns",
                        "t.csv:1:6: the column 'a' is already there; rename one");
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        write("A.csv", "\n\n");
        write("t.csv", "a,b\n");
        assertThat(errors("A: {matrix: A.csv}, t: {csv: t.csv}"))
                .containsExactly(
                        "test.yaml:3:22: A.csv is empty", "test.yaml:3:39: t.csv has a header but no numbers below it");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(errors("A: {matrix: .}")).containsExactly("test.yaml:3:22: . is not a file");
    }

    @Test
    void tooLargeFilesAreRefusedUnread() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("A.csv").toFile(), "rw")) {
            large.setLength(CsvFile.MAX_BYTES + 1);
        }
        assertThat(errors("A: {matrix: A.csv}"))
                .containsExactly("test.yaml:3:22: A.csv is larger than 64 MiB, the most that data may have");
    }

    @Test
    void tooManyNumbersAreRefused() throws IOException {
        byte[] row = "1,1,1,1,1,1,1,1,1,1\n".getBytes(StandardCharsets.US_ASCII);
        byte[] rows = new byte[row.length * (CsvFile.MAX_NUMBERS / 10 + 1)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row[i % row.length];
        }
        Files.write(folder.resolve("A.csv"), rows);
        assertThat(errors("A: {matrix: A.csv}"))
                .containsExactly("test.yaml:3:22: A.csv has more than 10000000 numbers, the most that data may have");
    }

    @Test
    void whatIsNoCsvIsRefused() throws IOException {
        Files.write(folder.resolve("A.csv"), new byte[] {'1', ',', (byte) 0xff, '\n'});
        assertThat(errors("A: {matrix: A.csv}")).containsExactly("A.csv:1:3: this must be a finite number: '\uFFFD'");
    }
}
