package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Compiles a pass of a single iteration outside of all loops. Code too long for one method is cut into parts, which pass on
 * values in an array.
 */
final class PointCompiler {
    /** Above this the interpreter stays: class files end at 65,535 constants, and compiling would take seconds. */
    private static final int LARGEST = 50_000;

    private static final String PART = "([D[J)V";
    /** For the slots of a function the local variables with its arguments; 0 is the instance. */
    private static final Map<Integer, Integer> ARGUMENTS = Map.of(0, 1, 1, 3, 2, 5);

    private final Pass pass;
    private final Program code;
    private final List<Part> parts = new ArrayList<>();
    /** For each register the part that computes it, and whether another needs it. */
    private final int[] home;

    private final boolean[] shared;

    /** Some instructions, and some targets that are written after them. */
    private static final class Part {
        private final List<Integer> instructions = new ArrayList<>();
        private final List<Integer> targets = new ArrayList<>();
        private int bytes;

        boolean takes(int more) {
            return bytes + more <= Emitter.LARGEST_METHOD;
        }
    }

    PointCompiler(Pass pass) {
        this.pass = pass;
        this.code = pass.code();
        this.home = new int[code.registerCount()];
        this.shared = new boolean[code.registerCount()];
        Arrays.fill(home, -1);
        divide();
    }

    static boolean fits(Pass pass) {
        return pass.code().registerCount() + pass.targets().size() <= LARGEST;
    }

    private void divide() {
        part(Emitter.ACCESS_BYTES * pass.fresh().size());
        for (int i = 0; i < code.instructionCount(); i++) {
            // Each operand may have to be read from memory.
            Part part = part(CodeWriter.bytes(code, i) + 3 * Emitter.ACCESS_BYTES);
            part.instructions.add(i);
            home[code.firstInstruction() + i] = parts.size() - 1;
            for (int operand = 0; operand < code.operation(i).arity(); operand++) {
                use(code.operand(i, operand));
            }
        }
        for (int i = 0; i < pass.targets().size(); i++) {
            part(3 * Emitter.ACCESS_BYTES).targets.add(i);
            if (code.result(i) != Graph.ABSENT) {
                use(code.result(i));
            }
        }
    }

    private Part part(int bytes) {
        if (parts.isEmpty() || !parts.get(parts.size() - 1).takes(bytes)) {
            parts.add(new Part());
        }
        Part part = parts.get(parts.size() - 1);
        part.bytes += bytes;
        return part;
    }

    private void use(int register) {
        shared[register] |= home[register] >= 0 && home[register] != parts.size() - 1;
    }

    Step compile() {
        HiddenClass compiled = new HiddenClass(Step.class);
        if (parts.size() == 1) {
            // In place of the registers, which nobody uses then, stands the instance.
            compiled.run(method -> new PartWriter(method, Map.of()).write(parts.get(0)));
            return (Step) compiled.instance(new int[0][], new double[0]);
        }
        for (int number = 0; number < parts.size(); number++) {
            Part part = parts.get(number);
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
            compiled.method(name(number), access, PART, method -> new PartWriter(method, Map.of()).write(part));
        }
        compiled.run(method -> {
            for (int number = 0; number < parts.size(); number++) {
                method.visitVarInsn(Opcodes.ALOAD, HiddenClass.THIS);
                method.visitFieldInsn(Opcodes.GETFIELD, HiddenClass.NAME, "registers", HiddenClass.REGISTERS);
                method.visitVarInsn(Opcodes.ALOAD, HiddenClass.ADDRESSES);
                method.visitMethodInsn(Opcodes.INVOKESTATIC, HiddenClass.NAME, name(number), PART, false);
            }
        });
        return (Step) compiled.instance(new int[0][], new double[code.registerCount()]);
    }

    /** The pass as a function. What takes several methods takes its arguments from a table: it has long to run. */
    PointFunction function() {
        if (parts.size() > 1) {
            return new SteppedFunction(compile());
        }
        HiddenClass compiled = new HiddenClass(PointFunction.class);
        compiled.function(method -> new PartWriter(method, ARGUMENTS).writeFunction(parts.get(0)));
        return (PointFunction) compiled.instance(new int[0][], new double[0]);
    }

    private static String name(int part) {
        return "part" + part;
    }

    /** Writes the method of one part. */
    private final class PartWriter {
        private static final int REGISTERS = 0;
        private static final int ADDRESSES = 1;

        private final Emitter emitter;
        private final CodeWriter writer;
        private final boolean isFunction;
        /** For each slot the local variable with the address of its array. */
        private final Map<Integer, Integer> bases;

        /** @param arguments what {@code bases} is from the beginning; empty if addresses are in a table */
        PartWriter(MethodVisitor method, Map<Integer, Integer> arguments) {
            this.isFunction = !arguments.isEmpty();
            this.emitter = new Emitter(method, isFunction ? 1 + 2 * arguments.size() : 2);
            this.writer = new CodeWriter(emitter, code);
            this.bases = new HashMap<>(arguments);
        }

        /** All of a function: leaves the number on the stack. */
        void writeFunction(Part part) {
            write(part);
            int number = IntStream.range(0, pass.targets().size())
                    .filter(this::isReturned)
                    .map(code::result)
                    .findFirst()
                    .orElse(Graph.ABSENT);
            push(number);
        }

        private boolean isReturned(int target) {
            return isFunction && pass.targets().get(target).slot() == PointFunction.RETURNED;
        }

        void write(Part part) {
            if (part == parts.get(0)) {
                for (Pass.Fresh fresh : pass.fresh()) {
                    int base = base(fresh.slot());
                    emitter.zero(() -> address(base, 0), fresh.length());
                }
            }
            for (int i : part.instructions) {
                for (int operand = 0; operand < code.operation(i).arity(); operand++) {
                    fetch(code.operand(i, operand));
                }
                writer.instruction(i);
                pass(code.firstInstruction() + i);
            }
            part.targets.stream().filter(target -> !isReturned(target)).forEach(this::write);
        }

        /** Makes sure that a register that is no constant is a local variable. */
        private void fetch(int register) {
            boolean constant = register >= code.inputCount() && register < code.firstInstruction();
            if (constant || writer.has(register)) {
                return;
            }
            if (register < code.inputCount()) {
                read(pass.sources().get(register));
            } else {
                emitter.load(Opcodes.ALOAD, REGISTERS);
                emitter.push(register);
                emitter.method().visitInsn(Opcodes.DALOAD);
            }
            writer.define(register);
        }

        private void read(Pass.Source source) {
            long offset = PointInterpreter.offset(source.access());
            if (source.slot() == Pass.RANGE) {
                emitter.push((double) (offset / Double.BYTES));
            } else {
                int base = base(source.slot());
                emitter.get(() -> address(base, offset));
            }
        }

        /** Hands a result to the parts that need it. */
        private void pass(int register) {
            if (shared[register]) {
                emitter.load(Opcodes.ALOAD, REGISTERS);
                emitter.push(register);
                writer.push(register);
                emitter.method().visitInsn(Opcodes.DASTORE);
            }
        }

        private void write(int i) {
            Pass.Target target = pass.targets().get(i);
            Runnable value = () -> push(code.result(i));
            int base = base(target.slot());
            Runnable address = () -> address(base, PointInterpreter.offset(target.access()));
            if (target.adds()) {
                emitter.add(address, value);
            } else {
                emitter.put(address, value);
            }
        }

        /** Pushes a result. */
        private void push(int register) {
            if (register == Graph.ABSENT) {
                emitter.push(0.0);
            } else {
                fetch(register);
                writer.push(register);
            }
        }

        /** The local variable with the address of an array. */
        private int base(int slot) {
            return bases.computeIfAbsent(slot, key -> {
                int base = emitter.local(2);
                emitter.address(ADDRESSES, slot);
                emitter.store(Opcodes.LSTORE, base);
                return base;
            });
        }

        private void address(int base, long offset) {
            emitter.load(Opcodes.LLOAD, base);
            if (offset != 0) {
                emitter.push(offset);
                emitter.method().visitInsn(Opcodes.LADD);
            }
        }
    }
}
