package vn.bantin.drills.scenario;

import java.time.Duration;

import vn.bantin.drills.fault.SmallDisk;

/** No room for the views, none of which is the source of truth. */
final class DiskFull implements Scenario {

	@Override
	public String id() {
		return "F19";
	}

	@Override
	public String breaks() {
		return "the disks of article-service's index and of rating-service's tallies are full";
	}

	@Override
	public String seen() {
		return "A reader gets the articles as they were; an editor's changes and votes are accepted and visible when there "
				+ "is room again; the data team sees the tallies pause.";
	}

	@Override
	public Setup setup() {
		return Setup.ON_SMALL_DISKS;
	}

	@Override
	public Limits limits() {
		return Limits.newsStay(Duration.ofSeconds(30), Duration.ofSeconds(60));
	}

	@Override
	public void happen(Stage stage) {
		stage.await(0.12);
		stage.disks().forEach(SmallDisk::fill);
		stage.await(0.5);
		stage.disks().forEach(SmallDisk::free);
		stage.mend();
	}

}
