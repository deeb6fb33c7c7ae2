@NullMarked
package vn.bantin.service.problem.servlet;

import org.jspecify.annotations.NullMarked;
