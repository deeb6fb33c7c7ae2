package vn.bantin.gateway.live;

import org.junit.jupiter.api.Test;
import vn.bantin.gateway.live.StreamLimits.Admission;
import vn.bantin.gateway.network.Network;

import static org.assertj.core.api.Assertions.assertThat;

class StreamLimitsTests {

	private final StreamLimits limits = new StreamLimits(2, 3);

	@Test
	void admitsSoManyOfAnAddress() {
		assertThat(this.limits.admit(address(1))).isEqualTo(Admission.ADMITTED);
		assertThat(this.limits.admit(address(1))).isEqualTo(Admission.ADMITTED);
		assertThat(this.limits.admit(address(1))).isEqualTo(Admission.TOO_MANY);
		assertThat(this.limits.admit(address(2))).isEqualTo(Admission.ADMITTED);
		assertThat(this.limits.count()).isEqualTo(3);
	}

	@Test
	void admitsSoManyOfAll() {
		this.limits.admit(address(1));
		this.limits.admit(address(2));
		this.limits.admit(address(3));
		assertThat(this.limits.admit(address(4))).isEqualTo(Admission.FULL);
		this.limits.release(address(2));
		assertThat(this.limits.admit(address(4))).isEqualTo(Admission.ADMITTED);
	}

	@Test
	void admitsAgainWhatWasReleased() {
		this.limits.admit(address(1));
		this.limits.admit(address(1));
		this.limits.release(address(1));
		assertThat(this.limits.admit(address(1))).isEqualTo(Admission.ADMITTED);
	}

	private static Network address(long last) {
		return new Network(Network.Kind.IPV4_32, 0xc0000200L + last);
	}

}
