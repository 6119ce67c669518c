package dev.optimizer.autodiff.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class of a compiled pass, which nobody can name and which goes when its instance goes. */
final class HiddenClass {
    static final int THIS = 0;
    static final int ADDRESSES = 1;
    static final String NAME = Type.getInternalName(HiddenClass.class).replace("HiddenClass", "CompiledPass");
    static final String TABLES = "[[I";
    static final String REGISTERS = "[D";

    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

    /** @param type what the class is to be: an interface, or a class with a constructor without arguments */
    HiddenClass(Class<?> type) {
        String parent = Type.getInternalName(type.isInterface() ? Object.class : type);
        String[] interfaces = type.isInterface() ? new String[] {Type.getInternalName(type)} : null;
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, parent, interfaces);
        writer.visitField(Opcodes.ACC_FINAL, "tables", TABLES, null, null);
        writer.visitField(Opcodes.ACC_FINAL, "registers", REGISTERS, null, null);
        method("<init>", 0, "([[I[D)V", method -> {
            method.visitVarInsn(Opcodes.ALOAD, THIS);
            method.visitMethodInsn(Opcodes.INVOKESPECIAL, parent, "<init>", "()V", false);
            field(method, "tables", TABLES, 1);
            field(method, "registers", REGISTERS, 2);
        });
    }

    private static void field(MethodVisitor method, String name, String type, int argument) {
        method.visitVarInsn(Opcodes.ALOAD, THIS);
        method.visitVarInsn(Opcodes.ALOAD, argument);
        method.visitFieldInsn(Opcodes.PUTFIELD, NAME, name, type);
    }

    /** Writes {@link Step#run}. */
    void run(Consumer<MethodVisitor> body) {
        method("run", Opcodes.ACC_PUBLIC, "([J)V", body);
    }

    /** Writes {@link PointFunction#run}: the body leaves the number on the stack. */
    void function(Consumer<MethodVisitor> body) {
        method("run", Opcodes.ACC_PUBLIC, "(JJJ)D", body);
    }

    /** Writes a method, whose body leaves the result on the stack. */
    void method(String name, int access, String descriptor, Consumer<MethodVisitor> body) {
        MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
        method.visitCode();
        body.accept(method);
        method.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
        // The arguments are computed: these are not looked at.
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** Makes the instance, with tables that its code reads and registers that it passes values on in. */
    Object instance(int[][] tables, double[] registers) {
        writer.visitEnd();
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(writer.toByteArray(), true);
            MethodType constructor = MethodType.methodType(void.class, int[][].class, double[].class);
            return lookup.findConstructor(lookup.lookupClass(), constructor).invoke(tables, registers);
        } catch (Throwable e) {
            throw new IllegalStateException("compiled code was refused", e);
        }
    }
}
