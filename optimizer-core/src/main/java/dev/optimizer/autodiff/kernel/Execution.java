package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.array.Domain;
import java.util.function.Consumer;

/** How passes are run. All ways give the same bits, so that each is a test of the others. */
public enum Execution {
    /** Interpreted until compiling pays: what objectives use. */
    TIERED {
        @Override
        public Step prepare(Pass pass) {
            return new TieredPass(pass);
        }

        @Override
        public void function(Pass pass, Consumer<PointFunction> home) {
            home.accept(new TieredFunction(pass, home));
        }
    },
    /** Interpreted always. */
    INTERPRETED {
        @Override
        public Step prepare(Pass pass) {
            return isPoint(pass) ? new PointInterpreter(pass) : new Interpreter(pass);
        }

        @Override
        public void function(Pass pass, Consumer<PointFunction> home) {
            home.accept(new SteppedFunction(prepare(pass)));
        }
    },
    /** Compiled at once, unless the pass is too large for it. */
    COMPILED {
        @Override
        public Step prepare(Pass pass) {
            if (isPoint(pass)) {
                return PointCompiler.fits(pass) ? new PointCompiler(pass).compile() : INTERPRETED.prepare(pass);
            }
            return LoopCompiler.fits(pass) ? LoopCompiler.compile(pass) : INTERPRETED.prepare(pass);
        }

        @Override
        public void function(Pass pass, Consumer<PointFunction> home) {
            if (PointCompiler.fits(pass)) {
                home.accept(new PointCompiler(pass).function());
            } else {
                INTERPRETED.function(pass, home);
            }
        }
    };

    /** Makes a pass ready to run. */
    public abstract Step prepare(Pass pass);

    /**
     * Makes a pass of a single iteration outside of all loops ready to be called.
     *
     * @param home is told what to call, and told again when there is something faster
     */
    public abstract void function(Pass pass, Consumer<PointFunction> home);

    private static boolean isPoint(Pass pass) {
        return pass.domain().equals(Domain.POINT);
    }
}
