package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.scalar.Operation;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.autodiff.scalar.RealFunctions;
import org.objectweb.asm.Opcodes;

/** Writes the instructions of a program as bytecode: each result is a local variable. */
final class CodeWriter {
    /** Up to this power, repeated multiplication is written out. */
    private static final int LARGEST_POWER = 64;

    private final Emitter emitter;
    private final Program code;
    /** For each register the local variable that holds it, 0 for none: that is the first argument's. */
    private final int[] locals;

    CodeWriter(Emitter emitter, Program code) {
        this.emitter = emitter;
        this.code = code;
        this.locals = new int[code.registerCount()];
    }

    boolean has(int register) {
        return locals[register] != 0;
    }

    /** Runs what writes instructions, after which it is as if it had not: they can be written again. */
    void passing(Runnable instructions) {
        int[] before = locals.clone();
        instructions.run();
        System.arraycopy(before, 0, locals, 0, locals.length);
    }

    /** The double on the stack is what a register holds. */
    void define(int register) {
        locals[register] = emitter.local(2);
        emitter.store(Opcodes.DSTORE, locals[register]);
    }

    /** Pushes what a register holds. */
    void push(int register) {
        if (has(register)) {
            emitter.load(Opcodes.DLOAD, locals[register]);
        } else {
            emitter.push(code.constant(register));
        }
    }

    /** Carries out an instruction. */
    void instruction(int i) {
        Operation operation = code.operation(i);
        int power = operation == Operation.POWER_INTEGER ? (int) code.literal(i) : 0;
        if (power != 0 && Math.abs(power) <= LARGEST_POWER) {
            power(code.operand(i, 0), power);
        } else {
            for (int operand = 0; operand < operation.arity(); operand++) {
                push(code.operand(i, operand));
            }
            compute(operation, (int) code.literal(i));
        }
        define(code.firstInstruction() + i);
    }

    /** What {@link RealFunctions#powerInteger} does, written out: the factor 1 changes no bit. */
    private void power(int base, int exponent) {
        int square = emitter.local(2);
        int result = emitter.local(2);
        boolean started = false;
        push(base);
        emitter.store(Opcodes.DSTORE, square);
        for (int k = Math.abs(exponent); k > 0; k >>= 1) {
            if ((k & 1) == 1) {
                emitter.load(Opcodes.DLOAD, square);
                if (started) {
                    emitter.load(Opcodes.DLOAD, result);
                    emitter.method().visitInsn(Opcodes.DMUL);
                }
                emitter.store(Opcodes.DSTORE, result);
                started = true;
            }
            if (k > 1) {
                emitter.load(Opcodes.DLOAD, square);
                emitter.load(Opcodes.DLOAD, square);
                emitter.method().visitInsn(Opcodes.DMUL);
                emitter.store(Opcodes.DSTORE, square);
            }
        }
        if (exponent < 0) {
            emitter.push(1.0);
        }
        emitter.load(Opcodes.DLOAD, result);
        if (exponent < 0) {
            emitter.method().visitInsn(Opcodes.DDIV);
        }
    }

    /** Bytes of code that an instruction does not exceed. */
    static int bytes(Program code, int i) {
        boolean power = code.operation(i) == Operation.POWER_INTEGER;
        return power
                ? Emitter.OPERATION_BYTES * (2 + Integer.SIZE - Integer.numberOfLeadingZeros(LARGEST_POWER))
                : Emitter.OPERATION_BYTES;
    }

    private void compute(Operation operation, int literal) {
        switch (operation) {
            case ADD -> emitter.method().visitInsn(Opcodes.DADD);
            case SUBTRACT -> emitter.method().visitInsn(Opcodes.DSUB);
            case MULTIPLY -> emitter.method().visitInsn(Opcodes.DMUL);
            case DIVIDE -> emitter.method().visitInsn(Opcodes.DDIV);
            case NEGATE -> emitter.method().visitInsn(Opcodes.DNEG);
            case POWER_INTEGER -> withLiteral("powerInteger", literal, "(DI)D");
            case POWER -> withLiteral("power", literal, "(DDI)D");
            case EXP -> unary(StrictMath.class, "exp");
            case LOG -> unary(StrictMath.class, "log");
            case LOG1P -> unary(RealFunctions.class, "log1p");
            case EXPM1 -> unary(StrictMath.class, "expm1");
            case SQRT -> unary(Math.class, "sqrt");
            case SIN -> unary(StrictMath.class, "sin");
            case COS -> unary(StrictMath.class, "cos");
            case TAN -> unary(StrictMath.class, "tan");
            case ASIN -> unary(StrictMath.class, "asin");
            case ASIN_SLOPE -> unary(RealFunctions.class, "asinSlope");
            case ACOS -> unary(StrictMath.class, "acos");
            case ATAN -> unary(StrictMath.class, "atan");
            case SINH -> unary(StrictMath.class, "sinh");
            case COSH -> unary(StrictMath.class, "cosh");
            case TANH -> unary(StrictMath.class, "tanh");
            case TAIL -> unary(RealFunctions.class, "tail");
            case SIGMOID -> binary(RealFunctions.class, "sigmoid");
            case SIGMOID_SLOPE -> binary(RealFunctions.class, "sigmoidSlope");
            case SOFTPLUS -> binary(RealFunctions.class, "softplus");
            case ABS -> unary(Math.class, "abs");
            case SIGN -> unary(Math.class, "signum");
            case MAX -> binary(Math.class, "max");
            case MIN -> binary(Math.class, "min");
            case LESS -> binary(RealFunctions.class, "less");
            case LESS_EQUAL -> binary(RealFunctions.class, "lessEqual");
            case EQUAL -> binary(RealFunctions.class, "equal");
            case NOT -> unary(RealFunctions.class, "not");
            case AND -> binary(RealFunctions.class, "and");
            case OR -> binary(RealFunctions.class, "or");
            case SELECT -> emitter.call(RealFunctions.class, "select", "(DDD)D");
            case CONSTANT, INPUT -> throw new IllegalStateException(operation + " is no instruction");
        }
    }

    private void unary(Class<?> owner, String name) {
        emitter.call(owner, name, "(D)D");
    }

    private void binary(Class<?> owner, String name) {
        emitter.call(owner, name, "(DD)D");
    }

    private void withLiteral(String name, int literal, String descriptor) {
        emitter.push(literal);
        emitter.call(RealFunctions.class, name, descriptor);
    }
}
