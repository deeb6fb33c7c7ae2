/**
 * Articles in MongoDB: one document each, with the facts still to be announced.
 */
@NullMarked
package vn.bantin.article.publishing.mongo;

import org.jspecify.annotations.NullMarked;
