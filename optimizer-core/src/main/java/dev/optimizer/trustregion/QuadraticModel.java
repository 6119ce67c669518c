package dev.optimizer.trustregion;

import dev.optimizer.linalg.SymmetricOperator;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * The model m(s) = gᵀs + ½sᵀHs of f(x + p) − f(x), in units of its own: s = D·p, where D is diagonal and g = D⁻¹∇f and
 * H = D⁻¹∇²f·D⁻¹. Lengths, and so the radius, are measured in these units.
 */
interface QuadraticModel extends SymmetricOperator {
    /** Whether the memory taken fits points of the objective of x0 too. */
    boolean serves(Point x0);

    /** Forgets the run before. */
    void begin();

    /** Becomes the model at a point. Derivatives are asked for when they are needed, at the latest in the next solve. */
    void moveTo(Point at);

    /** g. */
    Vector gradient();

    /** hv ← H·v. */
    @Override
    void multiply(Vector v, Vector hv);

    /** p ← D⁻¹·s. */
    void toStep(Vector s, Vector p);

    /** ‖D·x‖₂: the size of the current point as the model measures it. */
    double size(Vector x);

    /**
     * Looks for clearly negative curvature.
     *
     * @param s (Output) overwritten with a unit vector of negative curvature, if there is any
     * @return sᵀHs < 0, or 0 if the curvature is nowhere negative by more than rounding explains
     */
    double negativeCurvature(Vector s);
}
