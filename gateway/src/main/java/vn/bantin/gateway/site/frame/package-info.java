/**
 * What all pages have in common: head, navigation, the reader's choices, and how a
 * template becomes an answer. Start with {@link vn.bantin.gateway.site.frame.Pages}.
 */
@NullMarked
package vn.bantin.gateway.site.frame;

import org.jspecify.annotations.NullMarked;
