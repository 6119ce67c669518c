package dev.optimizer.objective;

import dev.optimizer.linalg.Buffers;
import dev.optimizer.linalg.Vector;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Variables of a SameDiff graph, one after the other in one vector. */
final class SameDiffVariables {
    private final List<String> names;
    private final List<INDArray> arrays;
    private final Vector x;

    /** One of the arrays at a time. */
    private final double[] entries;

    SameDiffVariables(SameDiff graph, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("name at least one variable to minimise over");
        }
        this.names = names;
        this.arrays = names.stream().map(name -> array(graph, name)).toList();
        long length = arrays.stream().mapToLong(INDArray::length).sum();
        this.x = Vector.zeros(length);
        this.entries = new double[x.length()];
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
        int from = 0;
        for (INDArray array : arrays) {
            x.get(from, entries, (int) array.length());
            Buffers.write(entries, array);
            from += (int) array.length();
        }
    }

    /** g ← the gradients. */
    void write(Map<String, INDArray> gradients, INDArray g) {
        int from = 0;
        for (String name : names) {
            INDArray gradient = gradients.get(name);
            Buffers.read(gradient, entries);
            x.put(from, entries, (int) gradient.length());
            from += (int) gradient.length();
        }
        x.write(g);
    }
}
