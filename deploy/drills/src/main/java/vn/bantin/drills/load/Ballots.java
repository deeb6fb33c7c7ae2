package vn.bantin.drills.load;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import vn.bantin.drills.ledger.Act;
import vn.bantin.drills.load.Writing.Written;

/** Readers who vote, change their votes and withdraw them. */
final class Ballots {

	private final Readers readers;

	private final Writing writing;

	private final List<String> articles;

	private final Random random;

	private final Set<String> busy = ConcurrentHashMap.newKeySet();

	private final Map<String, Integer> given = new ConcurrentHashMap<>();

	Ballots(Readers readers, Writing writing, List<String> articles, Random random) {
		this.readers = readers;
		this.writing = writing;
		this.articles = articles;
		this.random = random;
	}

	void step(long due) {
		int reader;
		String article;
		int stars;
		synchronized (this.random) {
			do {
				reader = this.random.nextInt(this.readers.size());
				article = this.articles.get(this.random.nextInt(this.articles.size()));
			}
			while (!this.busy.add(subject(article, reader)));
			boolean withdraws = this.given.getOrDefault(subject(article, reader), 0) > 0 && this.random.nextInt(5) == 0;
			stars = withdraws ? 0 : 1 + this.random.nextInt(5);
		}
		try {
			vote(due, reader, article, stars);
		}
		finally {
			this.busy.remove(subject(article, reader));
		}
	}

	Written vote(long due, int reader, String article, int stars) {
		String subject = subject(article, reader);
		Written written = this.writing.write(Kind.BALLOT, due, (stars > 0) ? Act.VOTE : Act.WITHDRAW, subject,
				"" + stars, () -> this.readers.vote(reader, article, stars), (answer) -> answer.status() == 200);
		if (written.accepted()) {
			this.given.put(subject, stars);
		}
		return written;
	}

	private static String subject(String article, int reader) {
		return article + "/" + reader;
	}

}
