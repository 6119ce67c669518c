package dev.optimizer.autodiff.scalar;

import java.util.Arrays;

/**
 * The part of a graph that some results need, as a list of instructions in order of evaluation.
 *
 * <p>Instructions work on a file of registers: the inputs first, then the constants, then one register for the result of
 * each instruction. Immutable.
 */
public final class Program {
    private final int inputs;
    private final double[] constants;
    private final Operation[] operations;
    private final int[] operands;
    private final double[] literals;
    private final int[] results;

    private Program(Graph graph, int inputs, int[] results) {
        boolean[] needed = graph.needed(results);
        int[] registers = registers(graph, needed, inputs);
        int count = count(graph, needed, false);
        this.inputs = inputs;
        this.constants = new double[count(graph, needed, true)];
        this.operations = new Operation[count];
        this.operands = new int[3 * count];
        this.literals = new double[count];
        for (int place = 0; place < needed.length; place++) {
            if (needed[place]) {
                put(graph.node(place), registers[place], registers);
            }
        }
        this.results = Arrays.stream(results)
                .map(place -> place == Graph.ABSENT ? Graph.ABSENT : registers[place])
                .toArray();
    }

    /**
     * The program that computes some nodes.
     *
     * @param inputs how many inputs the machine is given, used or not
     * @param results places of the nodes, ABSENT for zero
     */
    public static Program of(Graph graph, int inputs, int... results) {
        return new Program(graph, inputs, results);
    }

    private static int[] registers(Graph graph, boolean[] needed, int inputs) {
        int[] registers = new int[needed.length];
        int constant = inputs;
        int instruction = inputs + count(graph, needed, true);
        for (int place = 0; place < needed.length; place++) {
            if (needed[place]) {
                Graph.Node node = graph.node(place);
                registers[place] = switch (node.operation()) {
                    case INPUT -> (int) node.literal();
                    case CONSTANT -> constant++;
                    default -> instruction++;
                };
            }
        }
        return registers;
    }

    private static int count(Graph graph, boolean[] needed, boolean constants) {
        int count = 0;
        for (int place = 0; place < needed.length; place++) {
            Operation operation = graph.node(place).operation();
            boolean counts = constants ? operation == Operation.CONSTANT : operation.arity() > 0;
            count += needed[place] && counts ? 1 : 0;
        }
        return count;
    }

    private void put(Graph.Node node, int register, int[] registers) {
        if (node.operation() == Operation.CONSTANT) {
            constants[register - inputs] = node.literal();
        } else if (node.operation().arity() > 0) {
            int at = register - inputs - constants.length;
            operations[at] = node.operation();
            literals[at] = node.literal();
            // Operands that an operation does not have stay 0, which every register file has.
            for (int i = 0; i < node.operation().arity(); i++) {
                operands[3 * at + i] = registers[node.operand(i)];
            }
        }
    }

    /** How many inputs the code is given. */
    public int inputCount() {
        return inputs;
    }

    /** How many instructions there are. */
    public int instructionCount() {
        return operations.length;
    }

    /** What instruction i computes; its result goes to register {@code firstInstruction() + i}. */
    public Operation operation(int i) {
        return operations[i];
    }

    /** The register of an operand of instruction i. */
    public int operand(int i, int number) {
        return operands[3 * i + number];
    }

    /** The literal of instruction i. */
    public double literal(int i) {
        return literals[i];
    }

    /** The constant that a register holds; registers of constants follow those of the inputs. */
    public double constant(int register) {
        return constants[register - inputs];
    }

    /** The register of the first instruction's result: those before are inputs, then constants. */
    public int firstInstruction() {
        return inputs + constants.length;
    }

    /** A new file of registers, with the constants in place. */
    public double[] registers() {
        double[] registers = new double[Math.max(1, inputs + constants.length + operations.length)];
        System.arraycopy(constants, 0, registers, inputs, constants.length);
        return registers;
    }

    /** Carries out all instructions on a file of registers whose first entries are the inputs. */
    public void run(double[] registers) {
        int target = inputs + constants.length;
        for (int i = 0; i < operations.length; i++) {
            double a = registers[operands[3 * i]];
            double b = registers[operands[3 * i + 1]];
            double c = registers[operands[3 * i + 2]];
            registers[target + i] = operations[i].apply(a, b, c, literals[i]);
        }
    }

    /** The register of a result, or ABSENT for zero. */
    public int result(int index) {
        return results[index];
    }

    /** How many registers {@link #run} works on. */
    public int registerCount() {
        return Math.max(1, inputs + constants.length + operations.length);
    }

    /** A new file of registers that each hold the values of a block of iterations, with the constants in place. */
    public double[][] blocks(int block) {
        double[][] registers = new double[registerCount()][block];
        for (int i = 0; i < constants.length; i++) {
            Arrays.fill(registers[inputs + i], constants[i]);
        }
        return registers;
    }

    /** Carries out all instructions on the first n iterations of a block, one instruction after the other. */
    public void run(double[][] registers, int n) {
        int target = inputs + constants.length;
        for (int i = 0; i < operations.length; i++) {
            double[] a = registers[operands[3 * i]];
            double[] b = registers[operands[3 * i + 1]];
            double[] c = registers[operands[3 * i + 2]];
            BlockOperation.apply(operations[i], a, b, c, literals[i], registers[target + i], n);
        }
    }

    /** Programs are equal if they compute the same results in the same way. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Program that
                && inputs == that.inputs
                && Arrays.equals(constants, that.constants)
                && Arrays.equals(operations, that.operations)
                && Arrays.equals(operands, that.operands)
                && Arrays.equals(literals, that.literals)
                && Arrays.equals(results, that.results);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(operations) + Arrays.hashCode(operands)) + Arrays.hashCode(constants);
    }
}
