package dev.optimizer.autodiff.kernel;

/** Interprets a pass until compiling it pays. Both give the same bits, so nobody can tell but by the clock. */
final class TieredPass implements Step {
    private final Pass pass;
    private final Trial trial;
    private Step interpreter;
    private Step compiled;

    TieredPass(Pass pass) {
        this.pass = pass;
        this.trial = new Trial(pass);
        this.interpreter = new UninlinedStep(Execution.INTERPRETED.prepare(pass));
    }

    @Override
    public void run(long[] addresses) {
        Step ready = compiled;
        if (ready != null) {
            ready.run(addresses);
        } else {
            begin(addresses);
        }
    }

    private void begin(long[] addresses) {
        if (trial.goesOn()) {
            interpreter.run(addresses);
            return;
        }
        compiled = Execution.COMPILED.prepare(pass);
        interpreter = null;
        compiled.run(addresses);
    }
}
