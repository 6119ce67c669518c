package dev.optimizer.autodiff.scalar;

/**
 * The rules of differentiation: each gives the node of w·∂f/∂(operand) for a node f and a factor w.
 *
 * <p>The factor is part of the rule because reverse mode (w an adjoint) and forward mode (w a tangent) both multiply by
 * it, and because w/b has one rounding where w·(1/b) has two. The forms are chosen so that neither they nor, once they
 * are differentiated by these same rules, the second derivatives cancel or overflow where the true value does not.
 */
final class Partials {
    private final Graph graph;

    Partials(Graph graph) {
        this.graph = graph;
    }

    /** The place of w·∂node/∂operand, or ABSENT where that is zero everywhere. MAX, MIN and SELECT branch instead. */
    int times(int w, int node, int operand) {
        Graph.Node f = graph.node(node);
        int a = f.a();
        return switch (f.operation()) {
            case ADD -> w;
            case SUBTRACT -> operand == 0 ? w : graph.negate(w);
            case MULTIPLY -> graph.multiply(w, f.operand(1 - operand));
            case DIVIDE -> quotient(w, node, operand);
            case NEGATE -> graph.negate(w);
            case POWER_INTEGER -> {
                int k = (int) f.literal();
                // In this order, for w is often a constant itself.
                yield graph.multiply(graph.multiply(w, graph.constant(k)), graph.powerInteger(a, k - 1));
            }
            case POWER -> power(w, f, operand);
            case CONSTANT, INPUT, TAIL, SIGN, LESS, LESS_EQUAL, EQUAL, NOT, AND, OR -> Graph.ABSENT;
            case MAX, MIN, SELECT -> throw new IllegalStateException(f.operation() + " has branches");
            default -> operand == 0 ? function(w, node, a) : Graph.ABSENT;
        };
    }

    /** (a/b)′ = w/b for a, −(w/b)·(a/b) for b: no b², which over- or underflows early. */
    private int quotient(int w, int node, int operand) {
        int share = graph.divide(w, graph.node(node).b());
        return operand == 0 ? share : graph.negate(graph.multiply(share, node));
    }

    /** With p_k = a^b·(log a)^k: ∂p_k/∂b = p_{k+1} and ∂p_k/∂a = a^(b−1)·(b·(log a)^k + k·(log a)^(k−1)). */
    private int power(int w, Graph.Node f, int operand) {
        int k = (int) f.literal();
        if (operand == 1) {
            return graph.multiply(w, graph.powerWithLogs(f.a(), f.b(), k + 1));
        }
        int lower = graph.subtract(f.b(), graph.constant(1));
        int slope = graph.multiply(f.b(), graph.powerWithLogs(f.a(), lower, k));
        if (k > 0) {
            int byLog = graph.multiply(graph.constant(k), graph.powerWithLogs(f.a(), lower, k - 1));
            return graph.multiply(w, graph.add(slope, byLog));
        }
        // a^0 is 1 at a = 0 too, so its slope there is 0; the product would say 0·∞.
        int flat = graph.and(isZero(f.a()), isZero(f.b()));
        return graph.multiply(w, graph.select(flat, graph.constant(0), slope));
    }

    private int isZero(int a) {
        return graph.binary(Operation.EQUAL, a, graph.constant(0));
    }

    private int function(int w, int f, int a) {
        return switch (graph.node(f).operation()) {
            case EXP -> graph.multiply(w, f);
            case LOG -> graph.divide(w, a);
            case LOG1P -> graph.divide(w, graph.add(graph.constant(1), a));
            case EXPM1 -> graph.multiply(w, graph.unary(Operation.EXP, a));
            case SQRT -> graph.divide(w, graph.multiply(graph.constant(2), f));
            case SIN -> graph.multiply(w, graph.unary(Operation.COS, a));
            case COS -> graph.negate(graph.multiply(w, graph.unary(Operation.SIN, a)));
            case TAN -> graph.multiply(w, onePlusSquare(f));
            case ASIN -> graph.multiply(w, graph.unary(Operation.ASIN_SLOPE, a));
            case ACOS -> graph.negate(graph.multiply(w, graph.unary(Operation.ASIN_SLOPE, a)));
            // asin″(a) = a·asin′(a)³.
            case ASIN_SLOPE -> graph.multiply(w, graph.multiply(a, graph.powerInteger(f, 3)));
            case ATAN -> graph.divide(w, onePlusSquare(a));
            case SINH -> graph.multiply(w, graph.unary(Operation.COSH, a));
            case COSH -> graph.multiply(w, graph.unary(Operation.SINH, a));
            case TANH -> graph.multiply(w, tanhSlope(a));
            case SIGMOID -> graph.multiply(w, graph.logistic(Operation.SIGMOID_SLOPE, a));
            case SIGMOID_SLOPE -> graph.negate(graph.multiply(w, graph.multiply(f, tanhHalf(a))));
            case SOFTPLUS -> graph.multiply(w, graph.logistic(Operation.SIGMOID, a));
            case ABS -> graph.multiply(w, graph.unary(Operation.SIGN, a));
            default ->
                throw new IllegalStateException("no rule for " + graph.node(f).operation());
        };
    }

    private int onePlusSquare(int a) {
        return graph.add(graph.constant(1), graph.powerInteger(a, 2));
    }

    /** tanh′(a) = 1/cosh²(a) = 4·sigmoid′(2a): 1 − tanh² loses all digits in the tails, cosh² overflows there. */
    private int tanhSlope(int a) {
        int doubled = graph.multiply(graph.constant(2), a);
        return graph.multiply(graph.constant(4), graph.logistic(Operation.SIGMOID_SLOPE, doubled));
    }

    /** sigmoid(a) − sigmoid(−a), without the cancellation. */
    private int tanhHalf(int a) {
        return graph.unary(Operation.TANH, graph.multiply(graph.constant(0.5), a));
    }

    /** The condition under which a MAX or MIN is its first operand: also in a tie and with a NaN. */
    int takesFirst(Graph.Node f) {
        return f.operation() == Operation.MAX
                ? graph.not(graph.binary(Operation.LESS, f.a(), f.b()))
                : graph.not(graph.binary(Operation.LESS, f.b(), f.a()));
    }
}
