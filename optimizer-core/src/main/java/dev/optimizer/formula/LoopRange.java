package dev.optimizer.formula;

/** The head of a loop that is being read: {@code i in from..to}. */
record LoopRange(String name, int level, IndexPolynomial from, IndexPolynomial to) {}
