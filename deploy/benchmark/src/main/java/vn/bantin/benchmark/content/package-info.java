/**
 * Content that nobody wrote: articles and votes generated out of one real article, always
 * the same, and put straight into the topics as the services would have announced them.
 * Begin with {@link vn.bantin.benchmark.content.GeneratedNews}.
 */
@NullMarked
package vn.bantin.benchmark.content;

import org.jspecify.annotations.NullMarked;
