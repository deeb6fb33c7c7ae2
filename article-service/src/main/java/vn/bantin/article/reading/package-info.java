/**
 * What readers get. Every instance keeps its own index on disk, updates it from the topic
 * {@code articles} and answers from it alone. Start with
 * {@link vn.bantin.article.reading.ArticleSearch}, then
 * {@link vn.bantin.article.reading.ArticleIndex}.
 */
@NullMarked
package vn.bantin.article.reading;

import org.jspecify.annotations.NullMarked;
