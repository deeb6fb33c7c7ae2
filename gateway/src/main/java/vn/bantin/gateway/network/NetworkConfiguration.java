package vn.bantin.gateway.network;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up what is known of clients' networks. */
@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {

	@Bean
	ClientNetworks clientNetworks(@Value("${bantin.limits.trusted-proxies}") List<String> proxies,
			@Value("${bantin.limits.client-header}") ForwardedHeader header) {
		return new ClientNetworks(proxies, header);
	}

	@Bean
	NetworkPseudonyms networkPseudonyms(@Value("${bantin.keys.networks-dir}") Path folder, Clock clock) {
		return new NetworkPseudonyms(new DailyKeys(folder), clock);
	}

	@Bean
	RequestNetworks requestNetworks(ClientNetworks networks, NetworkPseudonyms pseudonyms) {
		return new RequestNetworks(networks, pseudonyms);
	}

}
