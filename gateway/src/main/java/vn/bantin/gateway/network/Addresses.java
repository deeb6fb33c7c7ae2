package vn.bantin.gateway.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/** Reads IP addresses without ever asking a name server. */
final class Addresses {

	private Addresses() {
	}

	/**
	 * An address as proxies write it.
	 * @param text {@code 192.0.2.1}, {@code 2001:db8::1} or {@code [2001:db8::1]}, the
	 * first and the last also with {@code :} and a port
	 * @return the address; null when it is written in any other way
	 */
	static @Nullable InetAddress parse(String text) {
		byte[] bytes = (text.indexOf('%') < 0) ? NetUtil.createByteArrayFromIpAddressString(withoutPort(text)) : null;
		return (bytes != null) ? of(bytes) : null;
	}

	private static String withoutPort(String text) {
		int colon = text.lastIndexOf(':');
		boolean port = colon > 0 && isPort(text, colon + 1)
				&& (text.charAt(colon - 1) == ']' || text.indexOf(':') == colon);
		return port ? text.substring(0, colon) : text;
	}

	private static boolean isPort(String text, int from) {
		int digits = text.length() - from;
		return digits > 0 && digits <= 5 && text.chars().skip(from).allMatch((digit) -> digit >= '0' && digit <= '9');
	}

	/** An address of IPv4 that came as one of IPv6, as such; others as they are. */
	static InetAddress unmapped(InetAddress address) {
		// Of these bytes the library makes an address of IPv4.
		return of(address.getAddress());
	}

	private static InetAddress of(byte[] bytes) {
		try {
			return InetAddress.getByAddress(bytes);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("An address has 4 or 16 bytes", ex);
		}
	}

}
