package vn.bantin.gateway.network;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A network that a client is part of. It prints without its address, so that none gets
 * into a log.
 *
 * @param kind the size of the network
 * @param bits the address of the network in its lower bits: 32 of IPv4, the first 64 of
 * IPv6
 */
public record Network(Kind kind, long bits) {

	private static final int IPV4_BYTES = 4;

	private static final int IPV6_BYTES = 16;

	/** An IPv6 address that stands for an IPv4 one begins with 80 zeros and 16 ones. */
	private static final int MAPPED = 0xffff;

	/**
	 * The smallest network around an address that may be one client: a whole IPv4
	 * address, or a /64, all of whose addresses an IPv6 client may use.
	 * @param address of IPv4 or IPv6; one that is IPv4 mapped to IPv6 counts as IPv4
	 * @return the network
	 */
	public static Network of(InetAddress address) {
		return of(address.getAddress());
	}

	/**
	 * The smallest network around an address that may be one client.
	 * @param address 4 or 16 bytes
	 * @return the network
	 */
	static Network of(byte[] address) {
		ByteBuffer bytes = ByteBuffer.wrap(address);
		if (address.length == IPV4_BYTES || isMapped(bytes)) {
			return new Network(Kind.IPV4_32, Integer.toUnsignedLong(bytes.getInt(address.length - IPV4_BYTES)));
		}
		return new Network(Kind.IPV6_64, bytes.getLong(0));
	}

	private static boolean isMapped(ByteBuffer bytes) {
		return bytes.limit() == IPV6_BYTES && bytes.getLong(0) == 0 && bytes.getInt(8) == MAPPED;
	}

	/**
	 * This network and those around it in which a client may get new addresses, the
	 * smallest first.
	 * @return for IPv4 the address and its /24, for IPv6 the /64, /56 and /48
	 */
	public List<Network> widening() {
		return switch (this.kind) {
			case IPV4_32 -> List.of(this, within(Kind.IPV4_24));
			case IPV6_64 -> List.of(this, within(Kind.IPV6_56), within(Kind.IPV6_48));
			case IPV4_24, IPV6_56, IPV6_48 -> List.of(this);
		};
	}

	private Network within(Kind wider) {
		return new Network(wider, this.bits & -1L << wider.free);
	}

	@Override
	public String toString() {
		return this.kind.name();
	}

	/** The sizes of networks that are told apart. */
	public enum Kind {

		/** One IPv4 address. */
		IPV4_32(0),
		/** 256 neighbouring IPv4 addresses. */
		IPV4_24(8),
		/** One IPv6 network: a home, or a phone. */
		IPV6_64(0),
		/** What a customer usually gets of a provider. */
		IPV6_56(8),
		/** What a large customer gets of a provider. */
		IPV6_48(16);

		/** The bits that differ within the network. */
		private final int free;

		Kind(int free) {
			this.free = free;
		}

	}

}
