/**
 * Figures as SVG text, and the profiles that some of them show. The build turns this package into JavaScript (TeaVM), so
 * that the report draws in the browser with the very code that writes {@code plots/*.svg}; hence it uses nothing but a
 * few classes of {@code java.lang} and {@code java.util}.
 *
 * <p>Colours are classes ({@code s0} to {@code s7}, the number being the series'), so that light and dark are the style
 * sheet's business alone.
 */
package dev.optimizer.runner.figure;
