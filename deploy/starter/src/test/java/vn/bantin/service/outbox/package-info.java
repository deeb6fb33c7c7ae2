@NullMarked
package vn.bantin.service.outbox;

import org.jspecify.annotations.NullMarked;
