@NullMarked
package vn.bantin.service.projection;

import org.jspecify.annotations.NullMarked;
