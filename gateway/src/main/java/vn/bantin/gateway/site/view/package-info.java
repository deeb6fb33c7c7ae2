/**
 * What a template needs to draw a page. Start with
 * {@link vn.bantin.gateway.site.view.Frame}, which every page stands in.
 */
@NullMarked
package vn.bantin.gateway.site.view;

import org.jspecify.annotations.NullMarked;
