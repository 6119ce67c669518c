package dev.optimizer.autodiff;

/** A program with memory of its own to run on, taken once. For one thread at a time. */
final class Machine {
    private final Program program;
    private final double[] registers;

    Machine(Program program) {
        this.program = program;
        this.registers = program.registers();
    }

    /** The memory whose first entries are the inputs: write them, then {@link #run}. */
    double[] inputs() {
        return registers;
    }

    void run() {
        program.run(registers);
    }

    double result(int index) {
        int register = program.result(index);
        return register == Graph.ABSENT ? 0 : registers[register];
    }
}
