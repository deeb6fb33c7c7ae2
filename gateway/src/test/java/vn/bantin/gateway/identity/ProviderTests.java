package vn.bantin.gateway.identity;

import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Why a login failed at the identity provider. */
class ProviderTests {

	@ParameterizedTest
	@CsvSource({ "access_denied, REFUSED", "authorization_request_not_found, EXPIRED",
			"invalid_state_parameter, INVALID", "invalid_nonce, INVALID", "invalid_grant, INVALID",
			"server_error, UNAVAILABLE", "temporarily_unavailable, UNAVAILABLE",
			"invalid_token_response, UNAVAILABLE" })
	void isSaidByTheErrorsCode(String code, LoginFailed.Reason reason) {
		assertThat(Provider.reason(new OAuth2AuthenticationException(new OAuth2Error(code)))).isEqualTo(reason);
	}

	@Test
	void isTheProviderThatDoesNotAnswer() {
		for (Exception failure : new Exception[] { new TimeoutException(), new IllegalStateException("no keys") }) {
			assertThatExceptionOfType(AuthenticationServiceException.class).isThrownBy(() -> authenticate(failure))
				.extracting(Provider::reason)
				.isEqualTo(LoginFailed.Reason.UNAVAILABLE);
		}
	}

	@Test
	void isNotBlamedOnTheProviderWhenItIsOurs() {
		NullPointerException ours = new NullPointerException("ours");
		assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> authenticate(ours)).isSameAs(ours);
	}

	private static void authenticate(Exception failure) {
		new Provider((answer) -> Mono.error(failure)).authenticate(new TestingAuthenticationToken("a", "b")).block();
	}

}
