/**
 * Exchange rates as they are announced, kept and shown:
 * {@link vn.bantin.widget.exchangerates.Board}.
 */
@NullMarked
package vn.bantin.widget.exchangerates;

import org.jspecify.annotations.NullMarked;
