/**
 * Straight-line code of numbers that differentiates itself. A {@code Graph} holds it, equal subexpressions once and
 * constants folded; {@code Gradient} (reverse mode) and {@code Tangents} (forward mode) add the nodes of derivatives to it,
 * both by the rules in {@code Partials}. A {@code Program} is the part of a graph that some results need, as instructions;
 * what an instruction computes is defined once, in {@code Operation}.
 */
package dev.optimizer.autodiff.scalar;
