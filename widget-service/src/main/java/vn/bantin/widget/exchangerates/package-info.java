/**
 * The bank's board: what Vietcombank buys and sells at, read and checked. Start with
 * {@link vn.bantin.widget.exchangerates.VietcombankXml}.
 */
@NullMarked
package vn.bantin.widget.exchangerates;

import org.jspecify.annotations.NullMarked;
