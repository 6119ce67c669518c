package dev.optimizer.autodiff.kernel;

/** Interprets the pass of a function until compiling it pays. */
final class TieredFunction extends PointFunction {
    private final Pass pass;
    private final Trial trial;
    private PointFunction interpreter;
    private PointFunction compiled;

    TieredFunction(Pass pass) {
        this.pass = pass;
        this.trial = new Trial(pass);
        this.interpreter = new SteppedFunction(new UninlinedStep(Execution.INTERPRETED.prepare(pass)));
    }

    @Override
    public double run(long array0, long array1, long array2) {
        PointFunction ready = compiled;
        return ready != null ? ready.run(array0, array1, array2) : begin(array0, array1, array2);
    }

    private double begin(long array0, long array1, long array2) {
        if (trial.goesOn()) {
            return interpreter.run(array0, array1, array2);
        }
        compiled = Execution.COMPILED.function(pass);
        interpreter = null;
        return compiled.run(array0, array1, array2);
    }
}
