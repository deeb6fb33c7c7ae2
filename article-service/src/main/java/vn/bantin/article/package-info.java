/**
 * The article-service: articles from the first draft to the reader. Start with
 * {@link vn.bantin.article.publishing.Article}; what happens to it is announced through
 * its outbox, and {@link vn.bantin.article.reading} answers readers.
 */
@NullMarked
package vn.bantin.article;

import org.jspecify.annotations.NullMarked;
