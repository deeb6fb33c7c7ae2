/**
 * Which articles may be rated, from the topic {@code articles}. Start with
 * {@link vn.bantin.rating.ratable.RatableArticles}.
 */
@NullMarked
package vn.bantin.rating.ratable;

import org.jspecify.annotations.NullMarked;
