/**
 * The life of an article: drafted, edited, published, corrected, retracted. Start with
 * {@link vn.bantin.article.publishing.Article}, the rules, and
 * {@link vn.bantin.article.publishing.Publishing}, the use cases; {@code web} and
 * {@code mongo} are adapters that nothing else depends on.
 */
@NullMarked
package vn.bantin.article.publishing;

import org.jspecify.annotations.NullMarked;
