@NullMarked
package vn.bantin.service.deadletter;

import org.jspecify.annotations.NullMarked;
