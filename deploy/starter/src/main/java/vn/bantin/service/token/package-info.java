/**
 * Who may call a service: only tokens that the gateway made for it count. A service
 * contributes its rules as a
 * {@code Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>}
 * bean; whatever the rules do not name is denied. Start with
 * {@link vn.bantin.service.token.GatewayTokenAutoConfiguration}.
 */
@NullMarked
package vn.bantin.service.token;

import org.jspecify.annotations.NullMarked;
