package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;

/**
 * The formulas for β of nonlinear conjugate gradients, with g and g⁺ the gradients before and after a step along p, and y = g⁺ − g.
 * On a quadratic with exact searches they are one and the same.
 */
public enum Beta {
    /**
     * yᵀg⁺/pᵀy − 2·(yᵀy)(pᵀg⁺)/(pᵀy)², bounded below (Hager and Zhang 2005, SIAM J. Optim. 16, 170–192, eq. 1.3: CG_DESCENT).
     * The bound is 0.4·gᵀp/pᵀp, that of CG_DESCENT since version 4 (Hager and Zhang 2013, SIAM J. Optim. 23, 2150–2168);
     * the paper's −1/(‖p‖·min(0.01, ‖g‖)) depends on the units of f.
     */
    HAGER_ZHANG("hager-zhang") {
        @Override
        double of(Vector before, Vector after, Vector p, Vector y) {
            double py = p.dot(y);
            double free = (y.dot(after) - 2 * y.dot(y) / py * p.dot(after)) / py;
            return Math.max(free, LOWER_BOUND * before.dot(p) / p.dot(p));
        }
    },

    /** max(0, g⁺ᵀy/gᵀg): where it is 0 the method begins anew (Polak and Ribière 1969; Gilbert and Nocedal 1992). */
    POLAK_RIBIERE_PLUS("polak-ribiere-plus") {
        @Override
        double of(Vector before, Vector after, Vector p, Vector y) {
            return Math.max(0, after.dot(y) / before.dot(before));
        }
    },

    /**
     * g⁺ᵀg⁺/gᵀg (Fletcher and Reeves 1964). It does not recover from a bad direction by itself, so it begins anew when
     * gradients in a row are far from orthogonal, |g⁺ᵀg| ≥ 0.1·g⁺ᵀg⁺ (Powell 1977; Nocedal and Wright eq. 5.52).
     */
    FLETCHER_REEVES("fletcher-reeves") {
        @Override
        double of(Vector before, Vector after, Vector p, Vector y) {
            double square = after.dot(after);
            return Math.abs(after.dot(before)) >= ORTHOGONALITY * square ? 0 : square / before.dot(before);
        }
    },

    /** max(0, g⁺ᵀy/pᵀy) (Hestenes and Stiefel 1952); cut off at 0 as Polak and Ribière's, which it equals for exact searches. */
    HESTENES_STIEFEL("hestenes-stiefel") {
        @Override
        double of(Vector before, Vector after, Vector p, Vector y) {
            return Math.max(0, after.dot(y) / p.dot(y));
        }
    },

    /** g⁺ᵀg⁺/pᵀy (Dai and Yuan 1999): descends after every step that meets the Wolfe conditions. */
    DAI_YUAN("dai-yuan") {
        @Override
        double of(Vector before, Vector after, Vector p, Vector y) {
            return after.dot(after) / p.dot(y);
        }
    };

    private static final double LOWER_BOUND = 0.4;
    private static final double ORTHOGONALITY = 0.1;

    private final String word;

    Beta(String word) {
        this.word = word;
    }

    /** The word that stands in a config, such as {@code hager-zhang}. */
    public String word() {
        return word;
    }

    /** β; not finite where it is not defined. */
    abstract double of(Vector before, Vector after, Vector p, Vector y);
}
