@NullMarked
package vn.bantin.service.token;

import org.jspecify.annotations.NullMarked;
