/**
 * The boards of earlier days, for changes and charts:
 * {@link vn.bantin.widget.history.BoardHistory}.
 */
@NullMarked
package vn.bantin.widget.history;

import org.jspecify.annotations.NullMarked;
