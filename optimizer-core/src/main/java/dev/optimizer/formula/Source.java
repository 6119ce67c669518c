package dev.optimizer.formula;

/** The text that is being read, for complaints that show the place. */
record Source(String text) {
    FormulaException error(String problem, Token at) {
        return error(problem, at.start(), at.end());
    }

    FormulaException error(String problem, Expression at) {
        return error(problem, at.start(), at.end());
    }

    FormulaException error(String problem, int start, int end) {
        return new FormulaException(problem, text, start, end);
    }
}
