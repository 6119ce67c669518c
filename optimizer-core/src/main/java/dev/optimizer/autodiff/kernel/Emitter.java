package dev.optimizer.autodiff.kernel;

import dev.optimizer.linalg.NativeMemory;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes one method of a compiled pass: a small vocabulary over JVM bytecode, and the numbering of local variables. */
final class Emitter {
    /** HotSpot does not compile methods with more bytes of code ({@code HugeMethodLimit}). */
    static final int LARGEST_METHOD = 8_000;

    /** Bytes that no operation with its operands exceeds: three loads and a store of four bytes each, and a call. */
    static final int OPERATION_BYTES = 24;

    /** Bytes that reading or writing an element does not exceed. */
    static final int ACCESS_BYTES = 40;

    private static final String UNSAFE = "sun/misc/Unsafe";

    private final MethodVisitor method;
    private final int unsafe;
    private int locals;

    /** @param arguments the number of local variables that the arguments take */
    Emitter(MethodVisitor method, int arguments) {
        this.method = method;
        this.locals = arguments;
        this.unsafe = local(1);
        String owner = Type.getInternalName(NativeMemory.class);
        method.visitFieldInsn(Opcodes.GETSTATIC, owner, "UNSAFE", "Ljava/lang/Object;");
        method.visitTypeInsn(Opcodes.CHECKCAST, UNSAFE);
        method.visitVarInsn(Opcodes.ASTORE, unsafe);
    }

    MethodVisitor method() {
        return method;
    }

    /** A new local variable; doubles and longs take two places. */
    int local(int size) {
        int place = locals;
        locals += size;
        return place;
    }

    /** New local variables for doubles. */
    int[] doubles(int count) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = local(2);
        }
        return places;
    }

    void load(int opcode, int local) {
        method.visitVarInsn(opcode, local);
    }

    void store(int opcode, int local) {
        method.visitVarInsn(opcode, local);
    }

    void push(int value) {
        method.visitLdcInsn(value);
    }

    void push(long value) {
        method.visitLdcInsn(value);
    }

    void push(double value) {
        method.visitLdcInsn(value);
    }

    void call(Class<?> owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(owner), name, descriptor, false);
    }

    /** … → …, addresses[slot] */
    void address(int addresses, int slot) {
        method.visitVarInsn(Opcodes.ALOAD, addresses);
        push(slot);
        method.visitInsn(Opcodes.LALOAD);
    }

    /** Writes what pushes an address, then reads the double there: … → …, value */
    void get(Runnable address) {
        method.visitVarInsn(Opcodes.ALOAD, unsafe);
        address.run();
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, UNSAFE, "getDouble", "(J)D", false);
    }

    /** Writes what pushes an address and what pushes a value, and puts it there. */
    void put(Runnable address, Runnable value) {
        method.visitVarInsn(Opcodes.ALOAD, unsafe);
        address.run();
        value.run();
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, UNSAFE, "putDouble", "(JD)V", false);
    }

    /** Writes what pushes an address, and sets n doubles from there on to zero. */
    void zero(Runnable address, long n) {
        if (n == 1) {
            put(address, () -> push(0.0));
        } else if (n > 1) {
            address.run();
            push(n);
            call(NativeMemory.class, "zero", "(JJ)V");
        }
    }

    void add(Runnable address, Runnable value) {
        put(address, () -> {
            get(address);
            value.run();
            method.visitInsn(Opcodes.DADD);
        });
    }
}
