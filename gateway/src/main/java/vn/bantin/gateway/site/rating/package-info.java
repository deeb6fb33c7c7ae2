/**
 * What readers gave articles, and how they vote. Start with
 * {@link vn.bantin.gateway.site.rating.Ratings}.
 */
@NullMarked
package vn.bantin.gateway.site.rating;

import org.jspecify.annotations.NullMarked;
