package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.scalar.Program;

/** Compiles a pass over a nest of loops into one method. */
final class LoopCompiler {
    private LoopCompiler() {}

    static boolean fits(Pass pass) {
        Program code = pass.code();
        int bytes = 2
                * Emitter.ACCESS_BYTES
                * (pass.sources().size()
                        + 2 * pass.targets().size()
                        + pass.domain().depth());
        for (int i = 0; i < code.instructionCount(); i++) {
            bytes += CodeWriter.bytes(code, i);
        }
        return bytes <= Emitter.LARGEST_METHOD;
    }

    static Step compile(Pass pass) {
        HiddenClass compiled = new HiddenClass(Step.class);
        int[][][] tables = new int[1][][];
        compiled.run(method -> tables[0] = new LoopWriter(pass, method).write());
        return (Step) compiled.instance(tables[0], new double[0]);
    }
}
