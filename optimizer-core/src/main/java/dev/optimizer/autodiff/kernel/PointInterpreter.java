package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.linalg.NativeMemory;

/** Runs a pass of a single iteration outside of all loops: one number in each register. */
final class PointInterpreter implements Step {
    private final Pass pass;
    private final Program code;
    private final double[] registers;
    private final int[] sourceSlots;
    private final long[] sourceOffsets;
    private final int[] targetSlots;
    private final long[] targetOffsets;
    private final boolean[] adds;

    PointInterpreter(Pass pass) {
        this.pass = pass;
        this.code = pass.code();
        this.registers = code.registers();
        this.sourceSlots = pass.sources().stream().mapToInt(Pass.Source::slot).toArray();
        this.sourceOffsets = pass.sources().stream()
                .mapToLong(source -> offset(source.access()))
                .toArray();
        this.targetSlots = pass.targets().stream().mapToInt(Pass.Target::slot).toArray();
        this.targetOffsets = pass.targets().stream()
                .mapToLong(target -> offset(target.access()))
                .toArray();
        this.adds = new boolean[targetSlots.length];
        for (int i = 0; i < adds.length; i++) {
            adds[i] = pass.targets().get(i).adds();
        }
    }

    /** Where the element lies in its array, in bytes. */
    static long offset(Access access) {
        return (long) Double.BYTES * element(access);
    }

    private static int element(Access access) {
        return access instanceof Access.Affine affine
                ? affine.base()
                : ((Access.Table) access).elements().get(0);
    }

    @Override
    public void run(long[] addresses) {
        pass.clear(addresses);
        for (int i = 0; i < sourceSlots.length; i++) {
            registers[i] = sourceSlots[i] == Pass.RANGE
                    ? sourceOffsets[i] / Double.BYTES
                    : NativeMemory.get(addresses[sourceSlots[i]] + sourceOffsets[i]);
        }
        code.run(registers);
        for (int i = 0; i < targetSlots.length; i++) {
            int register = code.result(i);
            double value = register == Graph.ABSENT ? 0 : registers[register];
            long address = addresses[targetSlots[i]] + targetOffsets[i];
            NativeMemory.put(address, adds[i] ? NativeMemory.get(address) + value : value);
        }
    }
}
