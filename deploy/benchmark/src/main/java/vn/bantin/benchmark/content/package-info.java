/**
 * Articles and votes, generated from one real article, always the same, and written
 * straight into the topics as the services' relays do. Start with
 * {@link vn.bantin.benchmark.content.GeneratedNews}.
 */
@NullMarked
package vn.bantin.benchmark.content;

import org.jspecify.annotations.NullMarked;
