package vn.bantin.drills.load;

import java.util.List;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

import vn.bantin.drills.newspaper.Answer;
import vn.bantin.drills.newspaper.Site;

/** The readers, each with a cookie of their own. */
public final class Readers {

	private final Site site;

	private final List<String> cookies;

	/**
	 * Lets readers vote for the first time, for what is not there.
	 * @param site the newspaper
	 * @param size how many readers
	 * @throws IllegalStateException if one of them gets no cookie
	 */
	public Readers(Site site, int size) {
		this.site = site;
		this.cookies = IntStream.range(0, size).parallel().mapToObj((i) -> visit()).toList();
	}

	private String visit() {
		Answer answer = this.site.send("PUT", "/api/articles/khong-co/rating/mine", "{\"stars\": 1}");
		return answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.startsWith("reader="))
			.map((cookie) -> cookie.substring(0, cookie.indexOf(';')))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"A new reader gets no cookie; the first vote was answered " + answer.status()));
	}

	int size() {
		return this.cookies.size();
	}

	/**
	 * Votes.
	 * @param reader whose vote, from 0
	 * @param article of which article
	 * @param stars 1 to 5, or 0 to withdraw the vote
	 */
	Answer vote(int reader, String article, int stars) {
		String path = "/api/articles/" + article + "/rating/mine";
		return (stars > 0)
				? this.site.send("PUT", path, "{\"stars\": " + stars + "}", "Cookie", this.cookies.get(reader))
				: this.site.send("DELETE", path, null, "Cookie", this.cookies.get(reader));
	}

	/**
	 * The stars that the newspaper shows a reader as the reader's own.
	 * @param reader whose, from 0
	 * @param article of which article
	 * @return 0 for none, -1 when there was no answer
	 */
	public int mine(int reader, String article) {
		Answer answer = this.site.get("/api/articles/" + article + "/rating", "Cookie", this.cookies.get(reader));
		if (answer.status() != 200) {
			return -1;
		}
		JsonNode mine = answer.json().path("mine");
		return mine.isObject() ? mine.path("stars").asInt(0) : mine.asInt(0);
	}

}
