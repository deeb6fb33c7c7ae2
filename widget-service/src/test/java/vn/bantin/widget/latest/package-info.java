@NullMarked
package vn.bantin.widget.latest;

import org.jspecify.annotations.NullMarked;
