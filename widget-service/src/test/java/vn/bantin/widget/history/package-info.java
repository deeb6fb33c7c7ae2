@NullMarked
package vn.bantin.widget.history;

import org.jspecify.annotations.NullMarked;
