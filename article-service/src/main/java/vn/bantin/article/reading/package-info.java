/**
 * What readers get: every instance folds the topic {@code articles} into an index of its
 * own on disk and answers from that alone. Start with
 * {@link vn.bantin.article.reading.Projection}.
 */
@NullMarked
package vn.bantin.article.reading;

import org.jspecify.annotations.NullMarked;
