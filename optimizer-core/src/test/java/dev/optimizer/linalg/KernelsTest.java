package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenBLAS chooses its kernels by the processor; here others than this machine's have to pass, each in a process of its own. */
class KernelsTest {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final int TIMEOUT_SECONDS = 300;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"Prescott, sse3", "Haswell, avx2", "SkylakeX, avx512vl", "Cooperlake, avx512_bf16"})
    void everyFactorizationLeavesSmallResiduals(String kernels, String instructions) throws Exception {
        assumeTrue(hasInstructions(instructions), () -> "this processor has no " + instructions);

        Path output = folder.resolve("output");
        ProcessBuilder process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        Residuals.class.getName()))
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("errors").toFile());
        process.environment().put("OPENBLAS_CORETYPE", kernels);
        Process started = process.start();
        try {
            assertThat(started.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .as("ended")
                    .isTrue();
        } finally {
            started.destroyForcibly();
        }

        assertThat(Files.readString(output)).as(kernels).isEqualToIgnoringNewLines("done");
    }

    /** OpenBLAS takes the name of a kernel on trust, and an instruction that is missing kills the process. */
    private static boolean hasInstructions(String name) throws IOException {
        // Linux writes sse3 as pni.
        String flag = name.equals("sse3") ? "pni" : name;
        return Files.exists(PROCESSOR) && Files.readString(PROCESSOR).matches("(?s).*\\b" + flag + "\\b.*");
    }
}
