/**
 * The newest state of every topic in memory, at every instance. Start with
 * {@link vn.bantin.widget.newest.Newest}.
 */
@NullMarked
package vn.bantin.widget.newest;

import org.jspecify.annotations.NullMarked;
