package vn.bantin.gateway.identity;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;

/** The identity provider at the end of a login: trades its code for who has logged in. */
final class Provider implements ReactiveAuthenticationManager {

	/** For the token and the keys that it is checked with. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Set<String> AWAY = Set.of(OAuth2ErrorCodes.SERVER_ERROR,
			OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, "invalid_token_response");

	private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,50}");

	private static final Logger logger = LoggerFactory.getLogger(Provider.class);

	private final ReactiveAuthenticationManager oidc;

	Provider(ReactiveAuthenticationManager oidc) {
		this.oidc = oidc;
	}

	@Override
	public Mono<Authentication> authenticate(Authentication answer) {
		return this.oidc.authenticate(answer)
			.timeout(PATIENCE)
			.onErrorMap(Provider::isAway, (ex) -> new AuthenticationServiceException(String.valueOf(ex), ex));
	}

	private static boolean isAway(Throwable failure) {
		return failure instanceof WebClientException || failure instanceof TimeoutException
		// The decoder of tokens says so when it gets no keys.
				|| failure instanceof IllegalStateException;
	}

	/** Says why a login failed, and logs what the provider is to blame for. */
	static LoginFailed.Reason reason(AuthenticationException failure) {
		String code = (failure instanceof OAuth2AuthenticationException refused) ? refused.getError().getErrorCode()
				: OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE;
		return switch (code) {
			case "authorization_request_not_found" -> LoginFailed.Reason.EXPIRED;
			case OAuth2ErrorCodes.ACCESS_DENIED -> LoginFailed.Reason.REFUSED;
			default -> {
				log(code, failure);
				yield AWAY.contains(code) ? LoginFailed.Reason.UNAVAILABLE : LoginFailed.Reason.INVALID;
			}
		};
	}

	/** An error's description comes through the browser and may say anything. */
	private static void log(String code, AuthenticationException failure) {
		if (failure instanceof AuthenticationServiceException) {
			logger.warn("A login failed, the identity provider did not answer: {}", failure.getMessage());
		}
		else {
			logger.warn("A login failed: {}", ERROR_CODE.matcher(code).matches() ? code : "error of an unknown kind");
		}
	}

}
