package vn.bantin.gateway.limit;

import java.util.Locale;

import vn.bantin.gateway.network.Network;

/** Who shares a limit. */
enum Scope {

	/** A reader with a valid cookie. */
	READER("one reader"),
	/** An IPv4 address. */
	IPV4_32("one address"),
	/** 256 IPv4 addresses. */
	IPV4_24("the 256 addresses around yours (IPv4 /24)"),
	/** A network of IPv6. */
	IPV6_64("one network (IPv6 /64)"),
	/** 256 of them. */
	IPV6_56("the networks around yours (IPv6 /56)"),
	/** 65,536 of them. */
	IPV6_48("the networks around yours (IPv6 /48)");

	private final String words;

	Scope(String words) {
		this.words = words;
	}

	static Scope of(Network network) {
		return switch (network.kind()) {
			case IPV4_32 -> IPV4_32;
			case IPV4_24 -> IPV4_24;
			case IPV6_64 -> IPV6_64;
			case IPV6_56 -> IPV6_56;
			case IPV6_48 -> IPV6_48;
		};
	}

	/** Such as {@code ipv4-24}. */
	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Such as "one address". */
	String words() {
		return this.words;
	}

}
