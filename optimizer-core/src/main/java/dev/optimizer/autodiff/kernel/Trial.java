package dev.optimizer.autodiff.kernel;

/** Counts what a pass has cost until compiling it pays. */
final class Trial {
    /** So many instructions are interpreted before a pass is compiled: about a millisecond's, which is what compiling costs. */
    private static final long INSTRUCTIONS = 200_000;

    /**
     * And no more runs than this, however short: HotSpot compiles what calls the pass for good after 5,000 calls, and by then
     * must have seen what it will call from now on.
     */
    private static final long RUNS = 500;

    private final long cost;
    private long work;

    Trial(Pass pass) {
        long instructions = (long) Math.max(1, pass.code().instructionCount())
                * pass.domain().count();
        this.cost = Math.max(instructions, INSTRUCTIONS / RUNS);
    }

    /** Before each run: whether it is to be interpreted. */
    boolean goesOn() {
        work += cost;
        return work <= INSTRUCTIONS;
    }
}
