/**
 * The article-service: articles from the first draft to the reader. Start with
 * {@link vn.bantin.article.publishing.Article}; what happens to it is announced by
 * {@link vn.bantin.article.announcing} and answered to readers by
 * {@link vn.bantin.article.reading}.
 */
@NullMarked
package vn.bantin.article;

import org.jspecify.annotations.NullMarked;
