/**
 * The reader's pages, drawn on the server from the services' answers and complete without
 * JavaScript. Start with {@link vn.bantin.gateway.site.SitePages}; what it shows is in
 * {@code content} and {@code body}, how it is said in {@code words}, what the templates
 * get in {@code view}.
 */
@NullMarked
package vn.bantin.gateway.site;

import org.jspecify.annotations.NullMarked;
