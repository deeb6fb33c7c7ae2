/**
 * Readers' HTTP: the rating of an article, one's own vote, the top rated. It puts casting
 * and reading together.
 */
@NullMarked
package vn.bantin.rating.web;

import org.jspecify.annotations.NullMarked;
