package dev.optimizer.autodiff.scalar;

/** A program with memory of its own to run on, taken once. For one thread at a time. */
public final class Machine {
    private final Program program;
    private final double[] registers;

    public Machine(Program program) {
        this.program = program;
        this.registers = program.registers();
    }

    /** The memory whose first entries are the inputs: write them, then {@link #run}. */
    public double[] inputs() {
        return registers;
    }

    public void run() {
        program.run(registers);
    }

    public double result(int index) {
        int register = program.result(index);
        return register == Graph.ABSENT ? 0 : registers[register];
    }
}
