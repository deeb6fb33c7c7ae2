/**
 * Tells the world: sends facts from the articles' documents to the topic
 * {@code articles}, in order per article, and takes them out of the document once Kafka
 * has them. Start with {@link vn.bantin.article.announcing.Relay}.
 */
@NullMarked
package vn.bantin.article.announcing;

import org.jspecify.annotations.NullMarked;
