package dev.optimizer.autodiff.kernel;

/** Interprets a pass until compiling it pays. Both compute the same bits, so nobody can tell but by the clock. */
final class TieredPass implements Step {
    /**
     * So many instructions are interpreted before a pass is compiled: about a millisecond, which is what compiling costs.
     */
    private static final long COMPILE_AFTER = 200_000;

    private final Pass pass;
    private final long cost;
    private Step step;
    private long work;
    private boolean decided;

    TieredPass(Pass pass) {
        this.pass = pass;
        this.cost = (long) Math.max(1, pass.code().instructionCount())
                * pass.domain().count();
        this.step = Execution.INTERPRETED.prepare(pass);
    }

    @Override
    public void run(long[] addresses) {
        if (!decided) {
            decide();
        }
        step.run(addresses);
    }

    private void decide() {
        work += cost;
        if (work > COMPILE_AFTER) {
            decided = true;
            step = Execution.COMPILED.prepare(pass);
        }
    }
}
