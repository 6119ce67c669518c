package dev.optimizer.runner.config.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.runner.config.reader.Configs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.yaml"), Configs.VALID);
        assertThat(Configs.READER.read(file).name()).isEqualTo("mine");
    }

    @Test
    void saysInOneSentenceWhyAFileCannotBeRead() throws Exception {
        assertUnreadable(folder.resolve("none.yaml"), "there is no such file");
        assertUnreadable(folder, "it is a folder");
    }

    @Test
    void showsWhereAFileIsNotText() throws Exception {
        Path latin1 = folder.resolve("latin1.yaml");
        Files.write(latin1, "version: 1\nname: \u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertNotText(latin1, 2, 7);
        Path utf16 = folder.resolve("utf16.yaml");
        Files.write(utf16, "version: 1\n".getBytes(StandardCharsets.UTF_16));
        assertNotText(utf16, 1, 1);
        Path cut = folder.resolve("cut.yaml");
        Files.write(cut, new byte[] {'a', ':', '\n', (byte) 0xE2, (byte) 0x80});
        assertNotText(cut, 2, 1);
    }

    @Test
    void refusesAFileThatNobodyWrote() throws Exception {
        Path file = folder.resolve("big.yaml");
        Files.writeString(file, Configs.VALID + "#".repeat(ConfigFile.MAX_BYTES - Configs.VALID.length()));
        assertThat(Configs.READER.read(file).name()).isEqualTo("big");
        Files.writeString(file, Configs.VALID + "#".repeat(ConfigFile.MAX_BYTES - Configs.VALID.length() + 1));
        assertUnreadable(file, "it is larger than 1 MiB, the most a config may have");
    }

    private static void assertNotText(Path file, int line, int column) {
        assertThatThrownBy(() -> Configs.READER.read(file))
                .isInstanceOfSatisfying(
                        InvalidConfigException.class,
                        e -> assertThat(e.diagnostics()).singleElement().satisfies(error -> {
                            assertThat(error.position()).isEqualTo(new Position(file, line, column));
                            assertThat(error.message())
                                    .isEqualTo("this character is not UTF-8; save the file as UTF-8");
                        }));
    }

    private static void assertUnreadable(Path file, String reason) {
        assertThatThrownBy(() -> Configs.READER.read(file))
                .isInstanceOf(UnreadableConfigException.class)
                .hasMessage("cannot read " + file + ": " + reason);
    }
}
