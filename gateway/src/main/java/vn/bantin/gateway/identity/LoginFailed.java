package vn.bantin.gateway.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import vn.bantin.service.problem.Problems;

/** A login did not come about. Nobody was logged in or out; trying again is harmless. */
public final class LoginFailed extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final String back;

	LoginFailed(Reason reason, String back, @Nullable Throwable cause) {
		super(reason.status, Problems.of(reason.status, reason.code, "The login failed", reason.detail), cause);
		this.reason = reason;
		this.back = back;
	}

	/**
	 * Why it failed.
	 * @return one of a few reasons
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Where to try again.
	 * @return a path of the site, which leads back to the page where the login began
	 */
	public String again() {
		return "/dang-nhap?" + PendingLogins.BACK + "=" + URLEncoder.encode(this.back, StandardCharsets.UTF_8);
	}

	/** Why a login can fail. */
	public enum Reason {

		/** The person or the identity provider said no. */
		REFUSED(HttpStatus.FORBIDDEN, "login-failed", "The identity provider refused the login."),
		/** The answer belongs to no login that this browser has begun. */
		EXPIRED(HttpStatus.BAD_REQUEST, "login-failed",
				"This browser has begun no such login in the last " + PendingLogins.KEPT.toMinutes() + " minutes."),
		/** The request or the provider's answer breaks rules. */
		INVALID(HttpStatus.BAD_REQUEST, "login-failed", "The request or the identity provider's answer is not valid."),
		/** The identity provider did not answer. */
		UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable",
				"The identity provider did not answer; the login may succeed soon.");

		private final HttpStatus status;

		private final String code;

		private final String detail;

		Reason(HttpStatus status, String code, String detail) {
			this.status = status;
			this.code = code;
			this.detail = detail;
		}

	}

}
