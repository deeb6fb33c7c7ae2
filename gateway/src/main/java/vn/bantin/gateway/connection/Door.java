package vn.bantin.gateway.connection;

import io.netty.channel.ChannelHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The first stage: requests that are not well-formed, too large, too slow or for another
 * site get no further, and no stage behind it meets one.
 */
@Component
@Order(ConnectionStage.DOOR)
class Door implements ConnectionStage {

	private final HeadRules rules;

	private final Refusals refusals;

	Door(HeadRules rules, Refusals refusals) {
		this.rules = rules;
		this.refusals = refusals;
	}

	@Override
	public String name() {
		return "bantin.door";
	}

	@Override
	public ChannelHandler handler() {
		return new DoorHandler(this.rules, this.refusals);
	}

}
