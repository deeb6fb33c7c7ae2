/**
 * The text of an article: a ProseMirror document read through an allow-list into blocks
 * that the templates draw. What is not on the list does not get in, and nothing in here
 * is HTML. Start with {@link vn.bantin.gateway.site.body.Body}.
 */
@NullMarked
package vn.bantin.gateway.site.body;

import org.jspecify.annotations.NullMarked;
