@NullMarked
package vn.bantin.service.problem.reactive;

import org.jspecify.annotations.NullMarked;
