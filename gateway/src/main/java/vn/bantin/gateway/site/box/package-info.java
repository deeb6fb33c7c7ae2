/**
 * The boxes beside the text: weather, exchange rates and photo stories. Start with
 * {@link vn.bantin.gateway.site.box.Boxes}.
 */
@NullMarked
package vn.bantin.gateway.site.box;

import org.jspecify.annotations.NullMarked;
