/**
 * The words and figures of the interface: the message files, and how numbers, times and
 * ages are written. Start with {@link vn.bantin.gateway.site.words.Words}.
 */
@NullMarked
package vn.bantin.gateway.site.words;

import org.jspecify.annotations.NullMarked;
