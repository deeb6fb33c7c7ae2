package vn.bantin.benchmark.row;

import java.nio.file.Path;
import java.util.function.Consumer;

import vn.bantin.benchmark.load.Scripts;
import vn.bantin.benchmark.measure.Foreign;
import vn.bantin.benchmark.measure.Meter;
import vn.bantin.benchmark.measure.ResourceUsage;
import vn.bantin.benchmark.measure.Round;
import vn.bantin.benchmark.measure.Workload;
import vn.bantin.benchmark.report.Report;
import vn.bantin.benchmark.report.Table;
import vn.bantin.benchmark.server.Nginx;
import vn.bantin.benchmark.server.PopulatedNewspaper;

/**
 * All that a row needs to be measured.
 *
 * @param newspaper which runs and has content
 * @param nginx which runs beside it
 * @param scripts what {@code wrk} does
 * @param meter measures
 * @param rounds how many rounds one figure is made of
 * @param quick whether a look is enough
 * @param folder for recordings and other files of this run
 * @param report where the figures go
 * @param progress is told what is being measured
 */
public record Bench(PopulatedNewspaper newspaper, Nginx nginx, Scripts scripts, Meter meter, int rounds, boolean quick,
		Path folder, Report report, Consumer<String> progress) {

	void say(String what) {
		this.progress.accept(what);
	}

	/** Waits until nothing is left of what came before. */
	void settle(String what) {
		if (!this.newspaper.settle()) {
			this.report.addProblem(what + ": the newspaper was still at work with what came before");
		}
	}

	/** Lets a load run until it costs what it will go on costing. */
	void warmUp(String what, Meter meter, Workload load, ResourceUsage group) {
		if (!meter.warmUp(load, group) && !this.quick) {
			this.report.addProblem(what + ": after the warm-up it had not come to rest, and may cost less in the end");
		}
	}

	/** Measures something that is not made of rounds, and watches who else is at work. */
	void alone(String what, Consumer<Bench> row) {
		Foreign foreign = new Foreign();
		row.accept(this);
		double share = foreign.share();
		if (share > Round.NOISY) {
			this.report.addProblem("%s: others took %s of the CPU".formatted(what, Table.percent(share)));
		}
	}

	/** The same for another newspaper. */
	Bench of(PopulatedNewspaper other) {
		return new Bench(other, this.nginx, this.scripts, this.meter, this.rounds, this.quick, this.folder, this.report,
				this.progress);
	}

}
