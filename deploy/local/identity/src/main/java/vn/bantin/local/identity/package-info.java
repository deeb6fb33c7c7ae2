/**
 * An identity provider for one machine: OpenID Connect with demo users. In production a
 * newspaper uses its own. Start with
 * {@link vn.bantin.local.identity.AuthorizationConfiguration}.
 */
@NullMarked
package vn.bantin.local.identity;

import org.jspecify.annotations.NullMarked;
