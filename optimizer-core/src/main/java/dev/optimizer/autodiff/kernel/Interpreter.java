package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.linalg.NativeMemory;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs a pass block by block, a piece or a part of one: fetch what is read, carry out each instruction on the whole block, then store or add each
 * result. The registers of a block stay in the processor's cache, and deciding what to do costs little beside doing it.
 */
final class Interpreter implements Step {
    /** Doubles that the registers of a block may take together: 256 kB, which every processor of today has near. */
    private static final int REGISTER_DOUBLES = 1 << 15;

    private final Pass pass;
    private final Program code;
    private final Walk walk;
    private final double[][] registers;
    private final double[] zeros;
    /** The numbers of the targets of each kind. */
    private final int[] stores;

    private final int[] scattered;
    private final int[] totals;
    private final Lanes[] lanes;

    Interpreter(Pass pass) {
        int block = block(pass);
        this.pass = pass;
        this.code = pass.code();
        this.walk = new Walk(pass.loops(), block);
        this.registers = code.blocks(block);
        this.zeros = new double[block];
        this.stores = targets(pass, target -> !target.adds());
        this.scattered = targets(pass, pass::isScattered);
        this.totals = targets(pass, pass::isTotal);
        this.lanes = Stream.generate(Lanes::new).limit(totals.length).toArray(Lanes[]::new);
    }

    /** A part of a piece, a power of two. */
    private static int block(Pass pass) {
        int block = Pass.PIECE;
        while (block > 1 && (long) block * pass.code().registerCount() > REGISTER_DOUBLES) {
            block /= 2;
        }
        return block;
    }

    private static int[] targets(Pass pass, Predicate<Pass.Target> kind) {
        return IntStream.range(0, pass.targets().size())
                .filter(i -> kind.test(pass.targets().get(i)))
                .toArray();
    }

    @Override
    public void run(long[] addresses) {
        pass.clear(addresses);
        for (boolean more = walk.restart(); more; more = walk.next()) {
            load(addresses);
            code.run(registers, walk.length());
            store(addresses);
            scatter(addresses);
            total(addresses);
        }
    }

    private void load(long[] addresses) {
        for (int i = 0; i < pass.sources().size(); i++) {
            walk.load(addresses, pass.sources().get(i), registers[i]);
        }
    }

    private void store(long[] addresses) {
        for (int i : stores) {
            Pass.Target target = pass.targets().get(i);
            double[] values = values(i);
            for (int k = 0; k < walk.length(); k++) {
                NativeMemory.put(walk.address(addresses[target.slot()], target.access(), k), values[k]);
            }
        }
    }

    private void scatter(long[] addresses) {
        for (int k = 0; scattered.length > 0 && k < walk.length(); k++) {
            for (int i : scattered) {
                Pass.Target target = pass.targets().get(i);
                long address = walk.address(addresses[target.slot()], target.access(), k);
                NativeMemory.put(address, NativeMemory.get(address) + values(i)[k]);
            }
        }
    }

    private void total(long[] addresses) {
        boolean ends = walk.endsPiece();
        for (int t = 0; t < totals.length; t++) {
            lanes[t].add(values(totals[t]), walk.length());
            if (ends) {
                Pass.Target target = pass.targets().get(totals[t]);
                long address = walk.address(addresses[target.slot()], target.access(), 0);
                NativeMemory.put(address, NativeMemory.get(address) + lanes[t].take());
            }
        }
    }

    private double[] values(int target) {
        int register = code.result(target);
        return register == Graph.ABSENT ? zeros : registers[register];
    }
}
