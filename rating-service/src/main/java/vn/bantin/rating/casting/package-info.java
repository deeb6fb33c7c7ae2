/**
 * One reader's vote on one article: cast, changed, withdrawn. Start with
 * {@link vn.bantin.rating.casting.Casting}; {@code web} is its adapter.
 */
@NullMarked
package vn.bantin.rating.casting;

import org.jspecify.annotations.NullMarked;
