package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Program;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes a nest of loops as bytecode. What does not change in the innermost loop is computed before it; elements are read
 * and written by their addresses.
 */
final class LoopWriter {
    private static final int LANES = 4;

    private final Pass pass;
    private final Program code;
    private final Domain loops;
    private final int last;
    private final MethodVisitor method;
    private final Emitter emitter;
    private final CodeWriter writer;
    private final PlaceWriter places;
    /** Local variables: for each level the index of its loop, and the number over the whole nest of its iteration. */
    private final int[] index;

    private final int[] number;
    /** The same for the first iteration of the innermost loop, and where that loop ends. */
    private final int first;

    private final int end;
    private final WindowWriter windows;
    /** For each target that is a total its four lanes. */
    private final Map<Integer, int[]> lanes = new TreeMap<>();

    LoopWriter(Pass pass, MethodVisitor method) {
        this.pass = pass;
        this.code = pass.code();
        this.loops = pass.loops();
        this.last = loops.depth() - 1;
        this.method = method;
        this.emitter = new Emitter(method, 2);
        this.writer = new CodeWriter(emitter, code);
        this.index = new int[last + 1];
        this.number = new int[last + 1];
        for (int level = 0; level <= last; level++) {
            index[level] = zero();
            number[level] = zero();
        }
        this.first = zero();
        this.end = zero();
        this.places = new PlaceWriter(emitter, loops, index, first);
        this.windows = new WindowWriter(pass, emitter, places);
    }

    private int zero() {
        int local = emitter.local(1);
        set(local, 0);
        return local;
    }

    private void set(int local, int value) {
        emitter.push(value);
        emitter.store(Opcodes.ISTORE, local);
    }

    /** Writes the method; returns the tables that it reads from its field. */
    int[][] write() {
        pass.sources().forEach(source -> places.prepare(source.slot(), source.access()));
        pass.targets().forEach(target -> places.prepare(target.slot(), target.access()));
        for (Domain.Level level : loops.levels()) {
            if (level instanceof Domain.Ragged ragged) {
                places.prepare(ragged.counts());
            }
        }
        windows.clear();
        nest(0);
        return places.tables();
    }

    private void nest(int level) {
        int count = emitter.local(1);
        count(level);
        emitter.store(Opcodes.ISTORE, count);
        if (level == last) {
            innermost(count);
            return;
        }
        set(index[level], 0);
        loop(index[level], count, () -> {
            nest(level + 1);
            method.visitIincInsn(number[level], 1);
            method.visitIincInsn(index[level], 1);
        });
    }

    /** While a variable is less than another: the body. */
    private void loop(int variable, int limit, Runnable body) {
        Label top = new Label();
        Label done = new Label();
        method.visitLabel(top);
        emitter.load(Opcodes.ILOAD, variable);
        emitter.load(Opcodes.ILOAD, limit);
        method.visitJumpInsn(Opcodes.IF_ICMPGE, done);
        body.run();
        method.visitJumpInsn(Opcodes.GOTO, top);
        method.visitLabel(done);
    }

    /** Pushes how often a loop runs. */
    private void count(int level) {
        Domain.Level loop = loops.levels().get(level);
        if (loop instanceof Domain.Regular regular) {
            emitter.push(regular.count());
            return;
        }
        emitter.load(Opcodes.ALOAD, places.table(((Domain.Ragged) loop).counts()));
        if (level == 0) {
            emitter.push(0);
        } else {
            emitter.load(Opcodes.ILOAD, number[level - 1]);
        }
        method.visitInsn(Opcodes.IALOAD);
    }

    private void innermost(int count) {
        Label none = new Label();
        emitter.load(Opcodes.ILOAD, count);
        // Where the loop does not run, what it would read need not exist.
        method.visitJumpInsn(Opcodes.IFLE, none);
        places.start();
        invariants();
        set(index[last], 0);
        windows.open();
        if (pass.targets().stream().anyMatch(pass::isTotal)) {
            loop(index[last], count, () -> piece(count));
        } else {
            emitter.load(Opcodes.ILOAD, count);
            emitter.store(Opcodes.ISTORE, end);
            iterations();
        }
        windows.close();
        emitter.load(Opcodes.ILOAD, first);
        emitter.load(Opcodes.ILOAD, count);
        method.visitInsn(Opcodes.IADD);
        emitter.store(Opcodes.ISTORE, first);
        method.visitLabel(none);
    }

    private void piece(int count) {
        emitter.load(Opcodes.ILOAD, index[last]);
        emitter.push(Pass.PIECE);
        method.visitInsn(Opcodes.IADD);
        emitter.load(Opcodes.ILOAD, count);
        emitter.call(Math.class, "min", "(II)I");
        emitter.store(Opcodes.ISTORE, end);
        for (int i = 0; i < pass.targets().size(); i++) {
            if (pass.isTotal(pass.targets().get(i))) {
                int[] sums = lanes.computeIfAbsent(i, key -> emitter.doubles(LANES));
                for (int lane : sums) {
                    emitter.push(0.0);
                    emitter.store(Opcodes.DSTORE, lane);
                }
            }
        }
        if (LoopCompiler.fits(pass, LANES + 1)) {
            quadruples();
        }
        iterations();
        lanes.forEach((i, sums) -> {
            Pass.Target target = pass.targets().get(i);
            emitter.add(() -> places.push(target.slot(), target.access()), () -> total(sums));
        });
    }

    /** What {@link Lanes#take} does: (a + b) + (c + d). */
    private void total(int[] sums) {
        for (int pair = 0; pair < LANES; pair += 2) {
            emitter.load(Opcodes.DLOAD, sums[pair]);
            emitter.load(Opcodes.DLOAD, sums[pair + 1]);
            method.visitInsn(Opcodes.DADD);
        }
        method.visitInsn(Opcodes.DADD);
    }

    private void iterations() {
        loop(index[last], end, () -> {
            iteration(this::rotate);
            method.visitIincInsn(index[last], 1);
        });
    }

    /**
     * Four iterations at a time, one for each lane, as long as there are as many: no lane changes places then. A sum of 30,000
     * squares, whose terms' derivatives are stored on the way, takes 14 µs in place of 23.
     */
    private void quadruples() {
        int start = emitter.local(1);
        emitter.load(Opcodes.ILOAD, end);
        emitter.push(LANES - 1);
        method.visitInsn(Opcodes.ISUB);
        emitter.store(Opcodes.ISTORE, start);
        loop(index[last], start, () -> {
            for (int k = 0; k < LANES; k++) {
                int lane = k;
                places.ahead(lane);
                iteration((sums, term) -> add(sums[lane], term));
            }
            places.ahead(0);
            method.visitIincInsn(index[last], LANES);
        });
    }

    /** @param total writes how a term is added to lanes */
    private void iteration(BiConsumer<int[], Runnable> total) {
        writer.passing(() -> {
            for (int i = 0; i < pass.sources().size(); i++) {
                read(i);
            }
            for (int i = 0; i < code.instructionCount(); i++) {
                if (!writer.has(code.firstInstruction() + i)) {
                    writer.instruction(i);
                }
            }
            windows.fetch();
            for (int i = 0; i < pass.targets().size(); i++) {
                write(i, total);
            }
            windows.shift();
        });
    }

    /** Reads and computes what is the same in every iteration of the innermost loop. */
    private void invariants() {
        for (int i = 0; i < pass.sources().size(); i++) {
            Access access = pass.sources().get(i).access();
            if (access instanceof Access.Affine affine && Walk.step(loops, affine) == 0) {
                read(i);
            }
        }
        for (int i = 0; i < code.instructionCount(); i++) {
            boolean invariant = true;
            for (int operand = 0; operand < code.operation(i).arity(); operand++) {
                invariant &= isKnown(code.operand(i, operand));
            }
            if (invariant) {
                writer.instruction(i);
            }
        }
    }

    private boolean isKnown(int register) {
        boolean constant = register >= code.inputCount() && register < code.firstInstruction();
        return constant || writer.has(register);
    }

    private void read(int i) {
        if (writer.has(i)) {
            return;
        }
        Pass.Source source = pass.sources().get(i);
        if (source.slot() == Pass.RANGE) {
            places.pushElement(source.access());
            method.visitInsn(Opcodes.I2D);
        } else {
            emitter.get(() -> places.push(source.slot(), source.access()));
        }
        writer.define(i);
    }

    private void write(int i, BiConsumer<int[], Runnable> total) {
        Pass.Target target = pass.targets().get(i);
        Runnable value = () -> {
            if (code.result(i) == Graph.ABSENT) {
                emitter.push(0.0);
            } else {
                writer.push(code.result(i));
            }
        };
        if (pass.isTotal(target)) {
            total.accept(lanes.get(i), value);
        } else if (windows.local(i) != 0) {
            add(windows.local(i), value);
        } else if (target.adds()) {
            emitter.add(() -> places.push(target.slot(), target.access()), value);
        } else {
            emitter.put(() -> places.push(target.slot(), target.access()), value);
        }
    }

    /** Adds a term to a local variable. */
    private void add(int local, Runnable term) {
        emitter.load(Opcodes.DLOAD, local);
        term.run();
        method.visitInsn(Opcodes.DADD);
        emitter.store(Opcodes.DSTORE, local);
    }

    /** What {@link Lanes#add} does with a term: (a, b, c, d) ← (b, c, d, a + term). */
    private void rotate(int[] sums, Runnable term) {
        emitter.load(Opcodes.DLOAD, sums[0]);
        term.run();
        method.visitInsn(Opcodes.DADD);
        for (int lane = 1; lane < LANES; lane++) {
            emitter.load(Opcodes.DLOAD, sums[lane]);
            emitter.store(Opcodes.DSTORE, sums[lane - 1]);
        }
        emitter.store(Opcodes.DSTORE, sums[LANES - 1]);
    }
}
