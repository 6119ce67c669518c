package dev.optimizer.descent;

/** The objective along a direction: φ(α) = f(x + αp). Asking for both at one α costs one evaluation of the gradient. */
public interface Line {
    /** φ(α); NaN or infinite outside the domain. */
    double value(double alpha);

    /** φ′(α) = ∇f(x + αp)ᵀp. */
    double slope(double alpha);

    /** φ″(0) = pᵀ∇²f(x)p, at the cost of one product of the Hessian with p; NaN where it is not to be had. */
    default double curvature() {
        return Double.NaN;
    }
}
