/**
 * Trust region methods: trust a quadratic model as far as it has proven right (Conn, Gould and Toint, Trust-Region Methods,
 * 2000; Nocedal and Wright, Numerical Optimization, 2nd ed., chapter 4).
 */
package dev.optimizer.trustregion;
