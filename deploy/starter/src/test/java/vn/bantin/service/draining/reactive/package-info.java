@NullMarked
package vn.bantin.service.draining.reactive;

import org.jspecify.annotations.NullMarked;
