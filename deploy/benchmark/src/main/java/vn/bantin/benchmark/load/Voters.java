package vn.bantin.benchmark.load;

import java.net.URI;
import java.time.Duration;

import vn.bantin.benchmark.measure.ProcessGroup;
import vn.bantin.benchmark.measure.Workload;
import vn.bantin.benchmark.measure.Workload.Summary;
import vn.bantin.benchmark.server.PopulatedNewspaper;
import vn.bantin.drills.newspaper.Pause;

/**
 * New readers who vote for one article. A round ends when the tally holds every accepted
 * vote and no longer changes; its requests are the votes in the tally.
 */
public final class Voters implements Workload {

	private static final Duration INTERVAL = Duration.ofMillis(100);

	private static final Duration STILL = Duration.ofSeconds(2);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final PopulatedNewspaper newspaper;

	private final URI rating;

	private final ProcessGroup group;

	private final Wrk wrk;

	/**
	 * Voters of an article.
	 * @param newspaper that has it
	 * @param scripts for {@code wrk}
	 * @param number of the article in the generated content
	 */
	public Voters(PopulatedNewspaper newspaper, Scripts scripts, int number) {
		this.newspaper = newspaper;
		this.rating = newspaper.rating(number);
		this.group = newspaper.whole();
		this.wrk = Wrk.reading(scripts.vote(), URI.create(this.rating + "/mine"));
	}

	@Override
	public Summary run(Duration duration) {
		long before = count();
		long start = System.nanoTime();
		Summary votes = this.wrk.run(duration);
		long accepted = votes.requests() - votes.errors();
		long last = before;
		long since = System.nanoTime();
		double cpu = this.group.cpuMillis();
		while (true) {
			long now = count();
			if (now != last) {
				last = now;
				since = System.nanoTime();
				cpu = this.group.cpuMillis();
			}
			long still = System.nanoTime() - since;
			if (still > PATIENCE.toNanos() || (still > STILL.toNanos() && last - before >= accepted)) {
				break;
			}
			Pause.of(INTERVAL);
		}
		long counted = last - before;
		long lost = Math.max(accepted - counted, 0);
		return new Summary(counted, (since - start) / 1e9, votes.bytes(), votes.errors() + lost, votes.p50(),
				votes.p99(), this.group.cpuMillis() - cpu);
	}

	private long count() {
		return this.newspaper.client().get(this.rating).expect(200, "The rating").json().path("count").asLong();
	}

}
