package vn.bantin.local.harness;

/**
 * An additional listener of the broker, for clients that connect through a proxy.
 *
 * @param port the port it listens on
 * @param advertised the port it advertises, which is the proxy's
 */
public record BrokerListener(int port, int advertised) {
}
