@NullMarked
package vn.bantin.service.membership;

import org.jspecify.annotations.NullMarked;
