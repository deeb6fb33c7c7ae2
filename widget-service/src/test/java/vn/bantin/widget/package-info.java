/** Tests. */
@NullMarked
package vn.bantin.widget;

import org.jspecify.annotations.NullMarked;
