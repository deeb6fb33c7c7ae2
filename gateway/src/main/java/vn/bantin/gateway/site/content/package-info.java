/**
 * What the pages show, as read from the services' answers. Reading is tolerant: a field
 * that is missing or of another kind is left out, so that a page never fails because a
 * service learned something new. Start with {@link vn.bantin.gateway.site.content.Story}.
 */
@NullMarked
package vn.bantin.gateway.site.content;

import org.jspecify.annotations.NullMarked;
