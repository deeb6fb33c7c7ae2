@NullMarked
package vn.bantin.service.problem;

import org.jspecify.annotations.NullMarked;
