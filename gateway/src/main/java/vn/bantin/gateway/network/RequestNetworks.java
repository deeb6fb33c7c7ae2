package vn.bantin.gateway.network;

import java.util.List;
import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The networks of requests that change something, as services may know them. */
public final class RequestNetworks {

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private final ClientNetworks networks;

	private final NetworkPseudonyms pseudonyms;

	/**
	 * Names networks of requests.
	 * @param networks finds them
	 * @param pseudonyms names them
	 */
	RequestNetworks(ClientNetworks networks, NetworkPseudonyms pseudonyms) {
		this.networks = networks;
		this.pseudonyms = pseudonyms;
	}

	/**
	 * The networks that a change comes from.
	 * @param request the request
	 * @return their pseudonyms of the day, the smallest network first; none for a request
	 * that only reads
	 */
	public List<String> ofChange(ServerHttpRequest request) {
		return SAFE.contains(request.getMethod()) ? List.of() : this.pseudonyms
			.of(this.networks.of(request.getRemoteAddress(), (name) -> request.getHeaders().getOrEmpty(name)));
	}

}
