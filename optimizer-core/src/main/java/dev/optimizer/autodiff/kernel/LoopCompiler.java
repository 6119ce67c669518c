package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.scalar.Program;

/** Compiles a pass over a nest of loops into one method. */
final class LoopCompiler {
    private LoopCompiler() {}

    static boolean fits(Pass pass) {
        return fits(pass, 1);
    }

    /** Whether the innermost loop may be written so many times. */
    static boolean fits(Pass pass, int copies) {
        return (long) copies * bytes(pass) <= Emitter.LARGEST_METHOD;
    }

    private static int bytes(Pass pass) {
        Program code = pass.code();
        int bytes = 2
                * Emitter.ACCESS_BYTES
                * (pass.sources().size()
                        + 2 * pass.targets().size()
                        + pass.domain().depth());
        for (int i = 0; i < code.instructionCount(); i++) {
            bytes += CodeWriter.bytes(code, i);
        }
        return bytes;
    }

    static Step compile(Pass pass) {
        HiddenClass compiled = new HiddenClass(Step.class);
        int[][][] tables = new int[1][][];
        compiled.run(method -> tables[0] = new LoopWriter(pass, method).write());
        return (Step) compiled.instance(tables[0], new double[0]);
    }
}
