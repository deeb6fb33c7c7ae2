/**
 * What the services answer to the site: asked for within a time limit, and read
 * tolerantly, so that a page never fails because a field is missing, of another kind or
 * new. Start with {@link vn.bantin.gateway.site.answer.Answers}.
 */
@NullMarked
package vn.bantin.gateway.site.answer;

import org.jspecify.annotations.NullMarked;
