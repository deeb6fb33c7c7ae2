/**
 * How much one client may ask, and what is refused when all ask too much. Start with
 * {@link vn.bantin.gateway.limit.Limits} and
 * {@link vn.bantin.gateway.limit.LoadShedding}.
 */
@NullMarked
package vn.bantin.gateway.limit;

import org.jspecify.annotations.NullMarked;
