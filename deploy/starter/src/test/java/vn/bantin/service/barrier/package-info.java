@NullMarked
package vn.bantin.service.barrier;

import org.jspecify.annotations.NullMarked;
