/**
 * Problem details of services on Tomcat, and what is refused before a controller sees it:
 * unknown parameters and bodies that are too large. Start with
 * {@link vn.bantin.service.problem.servlet.ProblemAutoConfiguration}.
 */
@NullMarked
package vn.bantin.service.problem.servlet;

import org.jspecify.annotations.NullMarked;
