package vn.bantin.gateway.cache;

import java.time.Duration;

import org.springframework.http.ResponseCookie;

/**
 * Marks the page of an article as one that a reader gets alone, with the own vote in it.
 * Scripts bring the own vote to the page that all share; who runs none gets this mark by
 * voting.
 */
public final class OwnVote {

	/**
	 * The mark's name; scripts set it too, for as long as a tally takes to be counted.
	 */
	static final String COOKIE = "own-vote";

	private static final Duration WHILE_VOTED = Duration.ofDays(400);

	private static final Duration WHILE_COUNTED = Duration.ofMinutes(1);

	private OwnVote() {
	}

	/**
	 * The cookie that marks the page of an article.
	 * @param page the page's path
	 * @param voted whether there is a vote; for a minute after it was withdrawn the
	 * page's tally is fetched for this reader too
	 * @param https whether readers come by https
	 * @return the cookie
	 */
	public static ResponseCookie on(String page, boolean voted, boolean https) {
		return ResponseCookie.from(COOKIE, "1")
			.path(page)
			.maxAge(voted ? WHILE_VOTED : WHILE_COUNTED)
			.secure(https)
			.sameSite("Lax")
			.build();
	}

}
