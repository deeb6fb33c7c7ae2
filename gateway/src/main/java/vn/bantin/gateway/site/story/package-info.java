/**
 * Articles and photo stories as readers see them. The text of an article is a ProseMirror
 * document, read through an allow-list into blocks that the templates draw: what is not
 * on the list is left out, and nothing in here is HTML. Start with
 * {@link vn.bantin.gateway.site.story.Story}.
 */
@NullMarked
package vn.bantin.gateway.site.story;

import org.jspecify.annotations.NullMarked;
