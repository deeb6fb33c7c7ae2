/**
 * Readers' HTTP: the rating of an article, the reader's own vote, the top rated articles.
 * Start with {@code RatingController}.
 */
@NullMarked
package vn.bantin.rating.web;

import org.jspecify.annotations.NullMarked;
