/** Tests. */
@NullMarked
package vn.bantin.widget.exchangerates;

import org.jspecify.annotations.NullMarked;
