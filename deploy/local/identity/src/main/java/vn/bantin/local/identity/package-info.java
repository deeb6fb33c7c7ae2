/**
 * An identity provider for one machine: OpenID Connect with demo users. A newspaper puts
 * its own in this place. Start with
 * {@link vn.bantin.local.identity.AuthorizationConfiguration}.
 */
@NullMarked
package vn.bantin.local.identity;

import org.jspecify.annotations.NullMarked;
