package dev.optimizer.autodiff.lowering;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayNode.Operand;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.array.IndexForm;
import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Function;

/** Lowers what BLAS and LAPACK compute: matrix products, inverses and determinants. */
final class LinearAlgebra {
    private final Lowering lowering;

    LinearAlgebra(Lowering lowering) {
        this.lowering = lowering;
    }

    /** Whether the entries of a node come out of linear algebra all at once. */
    static boolean isArray(Expression node, Facts facts) {
        return node instanceof Expression.Binary binary && isProduct(binary, facts)
                || node instanceof Expression.Call call
                        && (call.function() == Function.INV || call.function() == Function.LOGDET);
    }

    /**
     * Whether a product goes to BLAS: it is the same in every loop around it, and neither a scalar product nor an outer
     * one, which are better computed where their entries are used.
     */
    static boolean isProduct(Expression.Binary binary, Facts facts) {
        boolean scalar = binary.shape().size() == 1;
        return Facts.isSum(binary) && !scalar && facts.loops(binary).isEmpty();
    }

    int array(Expression node) {
        ArrayGraph graph = lowering.graph();
        if (node instanceof Expression.Binary product) {
            Operand left = lowering.operand(product.left());
            return graph.add(new ArrayNode.Product(left, lowering.operand(product.right())));
        }
        Expression.Call call = (Expression.Call) node;
        Operand operand = square(call);
        return graph.add(
                call.function() == Function.INV
                        ? new ArrayNode.Inverse(operand)
                        : new ArrayNode.LogDeterminant(operand));
    }

    /** A matrix that lies as it is meant: the transpose has the same determinant, but not the same inverse. */
    private Operand square(Expression.Call call) {
        if (!lowering.facts().loops(call).isEmpty()) {
            throw new IllegalArgumentException(call.function().text()
                    + " cannot depend on the index of a loop around it; take it out of the loop");
        }
        Expression matrix = call.arguments().get(0);
        Operand operand = lowering.operand(matrix);
        if (!operand.transposed()) {
            return operand;
        }
        int n = operand.rows();
        Access turned = IndexForm.index(1)
                .times(n)
                .plus(IndexForm.index(0))
                .plus(operand.offset())
                .access(Domain.of(n, n));
        return lowering.graph().operand(new ArrayNode.Read(operand.array(), turned), n, n);
    }
}
