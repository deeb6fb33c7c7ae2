package vn.bantin.local.harness;

/**
 * One more port of the broker, for clients that reach it by a detour.
 *
 * @param port where it listens
 * @param advertised where it tells these clients to come back to
 */
public record BrokerListener(int port, int advertised) {
}
