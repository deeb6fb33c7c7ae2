package vn.bantin.benchmark.row;

import java.nio.file.Path;
import java.util.function.Consumer;

import vn.bantin.benchmark.load.Scripts;
import vn.bantin.benchmark.measure.Foreign;
import vn.bantin.benchmark.measure.Meter;
import vn.bantin.benchmark.measure.ProcessGroup;
import vn.bantin.benchmark.measure.Round;
import vn.bantin.benchmark.measure.Workload;
import vn.bantin.benchmark.report.Report;
import vn.bantin.benchmark.report.Table;
import vn.bantin.benchmark.server.Nginx;
import vn.bantin.benchmark.server.PopulatedNewspaper;

/**
 * What rows are measured with.
 *
 * @param newspaper that is running
 * @param nginx that is running
 * @param scripts for {@code wrk}
 * @param meter of rounds
 * @param rounds how many make one figure
 * @param quick whether short rounds are enough
 * @param folder for recordings and other files of this run
 * @param report receives the figures
 * @param progress receives what is being measured
 */
public record Bench(PopulatedNewspaper newspaper, Nginx nginx, Scripts scripts, Meter meter, int rounds, boolean quick,
		Path folder, Report report, Consumer<String> progress) {

	void say(String what) {
		this.progress.accept(what);
	}

	/** Waits until the newspaper is idle. */
	void settle(String what) {
		if (!this.newspaper.settle()) {
			this.report.addProblem(what + ": the newspaper was still busy with what came before");
		}
	}

	/** Runs a workload until its cost is steady. */
	void warmUp(String what, Meter meter, Workload load, ProcessGroup group) {
		if (!meter.warmUp(load, group) && !this.quick) {
			this.report.addProblem(what + ": after the warm-up it was not steady, and may cost less in the end");
		}
	}

	/** Measures something without rounds, and watches what others take meanwhile. */
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
