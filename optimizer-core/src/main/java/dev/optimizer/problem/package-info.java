/**
 * The catalogue of named problems: formulas with their starts and what is known of their stationary points.
 *
 * <p>A problem is a file {@code name.problem} beside this package's classes:
 *
 * <pre>
 * title = one line
 * source = author and year
 * note = what to beware of
 * param.n = 10 in 2..1000 step 2
 * variables = x[n] y
 * data.t = 1, 2, vector(i in 1..n, i/n)
 * let.u = x - y
 * residuals.r = u ./ t
 * start.standard = -1.2, 1
 * factors = 10, 100
 * stationary.global = minimum 0 at 1, 2 when n = 10
 * limit.far = 5 as y to infinity when n = 10
 * ending = minimum unbounded
 * </pre>
 *
 * <p>Parameters are whole numbers with a default and a range. Variables stand in order. Data are numbers and vectors put
 * together to one vector. The function is the sum of the squares of all residuals, vectors or scalars, or else what
 * {@code formula = …} says. Starts and points are lists, written as often as it takes to fill x; {@code factors} add the
 * multiples of the standard start as {@code times-10} and so on. A stationary point has a kind and a value, a place if it is
 * known, and the parameters for which it is one (= or >). A limit is a value that f approaches at infinity. Endings are the statuses
 * and kinds of points that a run may truthfully come to, if others than a stationary point.
 *
 * <p>A line that begins with white space continues the one before; the lists and numbers are formulas, which may use the
 * parameters. The build makes the list of all names, {@code catalogue.txt}.
 */
package dev.optimizer.problem;
