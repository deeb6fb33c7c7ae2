package vn.bantin.gateway.identity;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jwt.JWTClaimsSet;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * A login between its begin here and the identity provider's answer: what only the
 * browser that began it may know.
 *
 * @param state tells the answer that belongs to it
 * @param nonce what the ID token has to name
 * @param verifier proves to the provider that the same party asks for the token
 * @param redirectUri where the provider sends the browser
 * @param back the page to return to
 * @param end when it is given up
 */
record PendingLogin(String state, String nonce, String verifier, String redirectUri, String back, Instant end) {

	static PendingLogin of(OAuth2AuthorizationRequest request, String back, Instant end) {
		return new PendingLogin(Objects.requireNonNull(request.getState()),
				Objects.requireNonNull(request.getAttribute(OidcParameterNames.NONCE)),
				Objects.requireNonNull(request.getAttribute(PkceParameterNames.CODE_VERIFIER)),
				Objects.requireNonNull(request.getRedirectUri()), back, end);
	}

	static PendingLogin of(JWTClaimsSet claims) {
		try {
			return new PendingLogin(claims.getStringClaim(OAuth2ParameterNames.STATE),
					claims.getStringClaim(OidcParameterNames.NONCE),
					claims.getStringClaim(PkceParameterNames.CODE_VERIFIER),
					claims.getStringClaim(OAuth2ParameterNames.REDIRECT_URI), claims.getStringClaim("back"),
					claims.getExpirationTime().toInstant());
		}
		catch (ParseException ex) {
			throw new IllegalStateException("A login that this gateway sealed cannot be read", ex);
		}
	}

	JWTClaimsSet claims() {
		return new JWTClaimsSet.Builder().claim(OAuth2ParameterNames.STATE, this.state)
			.claim(OidcParameterNames.NONCE, this.nonce)
			.claim(PkceParameterNames.CODE_VERIFIER, this.verifier)
			.claim(OAuth2ParameterNames.REDIRECT_URI, this.redirectUri)
			.claim("back", this.back)
			.expirationTime(Date.from(this.end))
			.build();
	}

	OAuth2AuthorizationRequest request(ClientRegistration client) {
		return OAuth2AuthorizationRequest.authorizationCode()
			.clientId(client.getClientId())
			.authorizationUri(Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
			.redirectUri(this.redirectUri)
			.scopes(client.getScopes())
			.state(this.state)
			.attributes(Map.of(OAuth2ParameterNames.REGISTRATION_ID, client.getRegistrationId(),
					OidcParameterNames.NONCE, this.nonce, PkceParameterNames.CODE_VERIFIER, this.verifier))
			.build();
	}

}
