/**
 * Who is calling: readers by a signed cookie, newsroom people by the identity provider.
 * The services see neither, but a token of the gateway. Start with
 * {@link vn.bantin.gateway.identity.InnerTokens}.
 */
@NullMarked
package vn.bantin.gateway.identity;

import org.jspecify.annotations.NullMarked;
