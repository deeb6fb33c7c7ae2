package vn.bantin.gateway.live;

import org.junit.jupiter.api.Test;
import vn.bantin.gateway.live.StreamLimits.Admission;

import static org.assertj.core.api.Assertions.assertThat;

class StreamLimitsTests {

	private final StreamLimits limits = new StreamLimits(2, 3);

	@Test
	void admitsSoManyOfAnAddress() {
		assertThat(this.limits.admit("192.0.2.1")).isEqualTo(Admission.ADMITTED);
		assertThat(this.limits.admit("192.0.2.1")).isEqualTo(Admission.ADMITTED);
		assertThat(this.limits.admit("192.0.2.1")).isEqualTo(Admission.TOO_MANY);
		assertThat(this.limits.admit("192.0.2.2")).isEqualTo(Admission.ADMITTED);
		assertThat(this.limits.count()).isEqualTo(3);
	}

	@Test
	void admitsSoManyOfAll() {
		this.limits.admit("192.0.2.1");
		this.limits.admit("192.0.2.2");
		this.limits.admit("192.0.2.3");
		assertThat(this.limits.admit("192.0.2.4")).isEqualTo(Admission.FULL);
		this.limits.release("192.0.2.2");
		assertThat(this.limits.admit("192.0.2.4")).isEqualTo(Admission.ADMITTED);
	}

	@Test
	void admitsAgainWhatWasReleased() {
		this.limits.admit("192.0.2.1");
		this.limits.admit("192.0.2.1");
		this.limits.release("192.0.2.1");
		assertThat(this.limits.admit("192.0.2.1")).isEqualTo(Admission.ADMITTED);
	}

}
