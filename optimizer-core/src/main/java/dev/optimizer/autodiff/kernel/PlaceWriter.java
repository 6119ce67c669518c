package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.array.Indices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes where the accesses of a nest of loops point. */
final class PlaceWriter {
    private final Emitter emitter;
    private final MethodVisitor method;
    private final Domain loops;
    private final int last;
    private final int[] index;
    private final int first;
    /** Local variables: with the addresses of arrays, with tables, and with where an access points at index 0. */
    private final Map<Integer, Integer> bases = new HashMap<>();

    private final Map<Indices, Integer> tableLocals = new HashMap<>();
    private final Map<Place, Integer> starts = new LinkedHashMap<>();
    private final List<int[]> tables = new ArrayList<>();
    /** How many iterations after that of the index is meant. */
    private int ahead;

    /** Where an access to the array in a slot points; for RANGE the number of the element. */
    private record Place(int slot, Access.Affine access) {}

    /**
     * @param index local variables with the index of each loop
     * @param first a local variable with the number of the first iteration of the innermost loop
     */
    PlaceWriter(Emitter emitter, Domain loops, int[] index, int first) {
        this.emitter = emitter;
        this.method = emitter.method();
        this.loops = loops;
        this.last = loops.depth() - 1;
        this.index = index;
        this.first = first;
    }

    int[][] tables() {
        return tables.toArray(int[][]::new);
    }

    /** Once, before the loops. */
    void prepare(int slot, Access access) {
        if (slot != Pass.RANGE && !bases.containsKey(slot)) {
            bases.put(slot, emitter.local(2));
            emitter.address(HiddenClass.ADDRESSES, slot);
            emitter.store(Opcodes.LSTORE, bases.get(slot));
        }
        if (access instanceof Access.Affine affine) {
            starts.computeIfAbsent(new Place(slot, affine), key -> emitter.local(slot == Pass.RANGE ? 1 : 2));
        } else {
            prepare(((Access.Table) access).elements());
        }
    }

    void prepare(Indices table) {
        if (!tableLocals.containsKey(table)) {
            tableLocals.put(table, emitter.local(1));
            emitter.load(Opcodes.ALOAD, HiddenClass.THIS);
            method.visitFieldInsn(Opcodes.GETFIELD, HiddenClass.NAME, "tables", HiddenClass.TABLES);
            emitter.push(tables.size());
            method.visitInsn(Opcodes.AALOAD);
            emitter.store(Opcodes.ASTORE, tableLocals.get(table));
            tables.add(table.toArray());
        }
    }

    /** The local variable with a table. */
    int table(Indices table) {
        return tableLocals.get(table);
    }

    /** Before the innermost loop: where each access points at index 0. */
    void start() {
        starts.forEach((place, local) -> {
            if (place.slot() == Pass.RANGE) {
                firstElement(place.access());
                emitter.store(Opcodes.ISTORE, local);
            } else {
                emitter.load(Opcodes.LLOAD, bases.get(place.slot()));
                firstElement(place.access());
                scaled(Double.BYTES);
                method.visitInsn(Opcodes.LADD);
                emitter.store(Opcodes.LSTORE, local);
            }
        });
    }

    /** Pushes base + flat·(number of the iteration) + Σ strides·(indices of the outer loops). */
    private void firstElement(Access.Affine access) {
        emitter.push(access.base());
        addMultiple(first, access.flat());
        for (int level = 0; level < last && level < access.strides().size(); level++) {
            addMultiple(index[level], access.strides().get(level));
        }
    }

    private void addMultiple(int variable, int factor) {
        if (factor != 0) {
            emitter.load(Opcodes.ILOAD, variable);
            emitter.push(factor);
            method.visitInsn(Opcodes.IMUL);
            method.visitInsn(Opcodes.IADD);
        }
    }

    private void add(int value) {
        if (value != 0) {
            emitter.push(value);
            method.visitInsn(Opcodes.IADD);
        }
    }

    /** … , int → …, the int times a factor as a long */
    private void scaled(long factor) {
        method.visitInsn(Opcodes.I2L);
        emitter.push(factor);
        method.visitInsn(Opcodes.LMUL);
    }

    /** Pushes the address of an element. */
    void pushElement(int slot, int element) {
        emitter.load(Opcodes.LLOAD, bases.get(slot));
        if (element != 0) {
            emitter.push((long) Double.BYTES * element);
            method.visitInsn(Opcodes.LADD);
        }
    }

    /** In the innermost loop: from now on an iteration after that of the index is meant. */
    void ahead(int iterations) {
        ahead = iterations;
    }

    /** In the innermost loop: pushes the address that an access points to. */
    void push(int slot, Access access) {
        if (access instanceof Access.Affine affine) {
            push(slot, affine, 0);
        } else {
            emitter.load(Opcodes.LLOAD, bases.get(slot));
            lookUp((Access.Table) access);
            scaled(Double.BYTES);
            method.visitInsn(Opcodes.LADD);
        }
    }

    /** The same, some iterations further on. */
    void push(int slot, Access.Affine access, int further) {
        long step = (long) Double.BYTES * Walk.step(loops, access);
        emitter.load(Opcodes.LLOAD, starts.get(new Place(slot, access)));
        if (step != 0) {
            emitter.load(Opcodes.ILOAD, index[last]);
            scaled(step);
            method.visitInsn(Opcodes.LADD);
        }
        if (ahead + further != 0) {
            emitter.push((ahead + further) * step);
            method.visitInsn(Opcodes.LADD);
        }
    }

    /** In the innermost loop: pushes the number of the element that an access points to. */
    void pushElement(Access access) {
        if (access instanceof Access.Affine affine) {
            emitter.load(Opcodes.ILOAD, starts.get(new Place(Pass.RANGE, affine)));
            int step = Walk.step(loops, affine);
            addMultiple(index[last], step);
            add(ahead * step);
        } else {
            lookUp((Access.Table) access);
        }
    }

    private void lookUp(Access.Table access) {
        emitter.load(Opcodes.ALOAD, table(access.elements()));
        emitter.load(Opcodes.ILOAD, first);
        emitter.load(Opcodes.ILOAD, index[last]);
        method.visitInsn(Opcodes.IADD);
        add(ahead);
        method.visitInsn(Opcodes.IALOAD);
    }
}
