package vn.bantin.benchmark.row;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.stream.Stream;

import vn.bantin.benchmark.load.Wrk;
import vn.bantin.benchmark.measure.ProcessGroup;
import vn.bantin.benchmark.measure.Round;
import vn.bantin.benchmark.measure.Workload;
import vn.bantin.benchmark.report.Cost;
import vn.bantin.benchmark.report.Table;
import vn.bantin.drills.newspaper.Answer;

/** One read of ours and the same bytes from nginx, in alternating rounds. */
final class Comparison {

	/** Below this share of what one reader alone gets, answers were incomplete. */
	private static final double COMPLETE = 0.99;

	private static final Duration ALONE = Duration.ofSeconds(1);

	private static final int TRIES = 5;

	private final Bench bench;

	private final String what;

	private final ProcessGroup group;

	private Wrk readers;

	private URI nginx = URI.create("");

	private String beside = "";

	private boolean conditional;

	Comparison(Bench bench, String what, URI url, ProcessGroup group) {
		this.bench = bench;
		this.what = what;
		this.group = group;
		this.readers = Wrk.reading(bench.scripts().read(), url);
	}

	Comparison with(String header) {
		this.readers = this.readers.with(header);
		return this;
	}

	/** Readers have it already, and say so. */
	Comparison notModified() {
		this.conditional = true;
		return this;
	}

	Comparison against(URI nginx, String beside) {
		this.nginx = nginx;
		this.beside = beside;
		return this;
	}

	void measure() {
		this.bench.say(this.what);
		int whole = serveTheSame();
		DoubleAccumulator least = new DoubleAccumulator(Math::min, Double.MAX_VALUE);
		Workload ours = (duration) -> watched(duration, least);
		Wrk theirs = Wrk.reading(this.bench.scripts().read(), this.nginx);
		if (this.conditional) {
			theirs = theirs.with(ifNoneMatch(this.nginx));
			this.readers = this.readers.with(ifNoneMatch(this.readers.url()));
		}
		this.bench.settle(this.what);
		this.bench.warmUp(this.what, this.bench.meter(), this.readers, this.group);
		this.bench.warmUp(this.what + " by nginx", this.bench.meter(), theirs, this.bench.nginx().group());
		double complete = this.readers.alone().run(ALONE).bytesPerRequest();
		Shares shares = new Shares(this.bench.newspaper());
		List<Round> rounds = new ArrayList<>();
		List<Round> nginxRounds = new ArrayList<>();
		for (int i = 0; i < this.bench.rounds(); i++) {
			this.bench.settle(this.what);
			rounds.add(this.bench.meter().round(shares.of(ours), this.group));
			nginxRounds.add(this.bench.meter().round(theirs, this.bench.nginx().group()));
		}
		this.bench.report()
			.add(new Cost(this.what, rounds, this.beside, nginxRounds,
					"%,d bytes; %s".formatted(whole, shares.inWords())));
		if (least.get() < COMPLETE * complete) {
			this.bench.report()
				.addProblem("%s: under load answers were incomplete, in the worst round %s of the bytes"
					.formatted(this.what, Table.percent(least.get() / complete)));
		}
		Profiling.add(this.bench, this.what, shares.first(), this.readers);
	}

	private int serveTheSame() {
		// The first page after a start may lack a fragment.
		Answer answer = Stream
			.generate(() -> this.bench.newspaper().client().get(this.readers.url(), this.readers.namesAndValues()))
			.limit(TRIES)
			.map((it) -> it.expect(200, this.what))
			.max(Comparator.comparingInt((it) -> it.body().length))
			.orElseThrow();
		this.bench.nginx().serve(Path.of(this.nginx.getPath()).getFileName().toString(), answer.body());
		Answer same = this.bench.newspaper().client().get(this.nginx).expect(200, "nginx");
		if (same.body().length != answer.body().length) {
			throw new IllegalStateException("nginx does not serve the same bytes for " + this.what);
		}
		return answer.body().length;
	}

	private String ifNoneMatch(URI url) {
		String tag = this.bench.newspaper().client().get(url).headers().firstValue("ETag").orElseThrow();
		this.bench.newspaper().client().get(url, "If-None-Match", tag).expect(304, url.toString());
		return "If-None-Match: " + tag;
	}

	private Workload.Summary watched(Duration duration, DoubleAccumulator least) {
		Workload.Summary summary = this.readers.run(duration);
		if (summary.requests() > 0) {
			least.accumulate(summary.bytesPerRequest());
		}
		return summary;
	}

}
