package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.array.Domain;

/** How passes are run. All ways give the same bits, so that each is a test of the others. */
public enum Execution {
    /** Interpreted until compiling pays: what objectives use. */
    TIERED {
        @Override
        public Step prepare(Pass pass) {
            return new TieredPass(pass);
        }

        @Override
        public PointFunction function(Pass pass) {
            return new TieredFunction(pass);
        }
    },
    /** Interpreted always. */
    INTERPRETED {
        @Override
        public Step prepare(Pass pass) {
            return isPoint(pass) ? new PointInterpreter(pass) : new Interpreter(pass);
        }

        @Override
        public PointFunction function(Pass pass) {
            return new SteppedFunction(prepare(pass));
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
        public PointFunction function(Pass pass) {
            return PointCompiler.fits(pass) ? new PointCompiler(pass).function() : INTERPRETED.function(pass);
        }
    };

    /** Makes a pass ready to run. */
    public abstract Step prepare(Pass pass);

    /** Makes a pass of a single iteration outside of all loops ready to be called. */
    public abstract PointFunction function(Pass pass);

    private static boolean isPoint(Pass pass) {
        return pass.domain().equals(Domain.POINT);
    }
}
