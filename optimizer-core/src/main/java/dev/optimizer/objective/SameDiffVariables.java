package dev.optimizer.objective;

import dev.optimizer.linalg.Buffers;
import dev.optimizer.linalg.Vector;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Variables of a SameDiff graph, one after the other in one vector. */
final class SameDiffVariables {
    private final List<String> names;
    private final List<INDArray> arrays;
    private final Vector x;

    /** Arrays that the graph goes on using; all others that come out of it are ours to free. */
    private final Set<INDArray> kept = Collections.newSetFromMap(new IdentityHashMap<>());

    SameDiffVariables(SameDiff graph, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("name at least one variable to minimise over");
        }
        this.names = names;
        this.arrays = names.stream().map(name -> array(graph, name)).toList();
        long length = arrays.stream().mapToLong(INDArray::length).sum();
        this.x = Vector.zeros(length);
        for (SDVariable variable : graph.variables()) {
            if (variable.getVariableType() == VariableType.VARIABLE
                    || variable.getVariableType() == VariableType.CONSTANT) {
                kept.add(variable.getArr());
            }
        }
    }

    private static INDArray array(SameDiff graph, String name) {
        if (!graph.hasVariable(name)) {
            throw new IllegalArgumentException("the graph has no variable '" + name + "'");
        }
        SDVariable variable = graph.getVariable(name);
        if (variable.getVariableType() != VariableType.VARIABLE) {
            throw new IllegalArgumentException(
                    "'" + name + "' must be made by SameDiff.var, and is of type " + variable.getVariableType());
        }
        INDArray array = variable.getArr();
        Buffers.require("'" + name + "'", array, array.length());
        return array;
    }

    List<String> names() {
        return names;
    }

    long length() {
        return x.length();
    }

    /** A new vector with what the variables hold. */
    Vector read() {
        Vector values = Vector.zeros(x.length());
        double[] entries = new double[x.length()];
        int from = 0;
        for (INDArray array : arrays) {
            Buffers.read(array, entries);
            values.put(from, entries, (int) array.length());
            from += (int) array.length();
        }
        return values;
    }

    /** The variables ← values. */
    void write(INDArray values) {
        x.read(values);
        double[] entries = new double[x.length()];
        int from = 0;
        for (INDArray array : arrays) {
            x.get(from, 1, entries, (int) array.length());
            Buffers.write(entries, array);
            from += (int) array.length();
        }
    }

    /** g ← the gradients, whose arrays are freed. */
    void takeGradients(Map<String, INDArray> gradients, INDArray g) {
        double[] entries = new double[x.length()];
        int from = 0;
        for (String name : names) {
            INDArray gradient = gradients.get(name);
            Buffers.read(gradient, entries);
            x.put(from, entries, (int) gradient.length());
            from += (int) gradient.length();
        }
        x.write(g);
        names.forEach(name -> release(gradients.get(name)));
    }

    /**
     * Frees an array that SameDiff made for us. Left to the collector, gradients of 100,000 entries took a gigabyte in 150
     * evaluations, each of which took four times as long (ND4J 1.0.0-M2.1).
     */
    void release(INDArray array) {
        if (array.closeable() && !kept.contains(array)) {
            array.close();
        }
    }
}
