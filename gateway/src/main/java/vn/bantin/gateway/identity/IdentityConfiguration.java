package vn.bantin.gateway.identity;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import vn.bantin.gateway.network.RequestNetworks;

/** Sets up keys, cookies and tokens. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

	@Bean
	Keys keys(@Value("${bantin.keys.dir}") Path folder, @Value("${bantin.keys.create}") boolean create) {
		return Keys.read(folder, create);
	}

	@Bean
	@Order(-200)
	Readers readers(Keys keys, @Value("${bantin.https}") boolean https) {
		return new Readers(new ReaderCookies(keys.cookies(), keys.pseudonym()), HostCookie.of("reader", https));
	}

	@Bean
	ReaderLookup readerLookup(Keys keys, @Value("${bantin.https}") boolean https) {
		return new ReaderLookup(new ReaderCookies(keys.cookies(), keys.pseudonym()),
				HostCookie.of("reader", https).name());
	}

	@Bean
	InnerTokens innerTokens(Keys keys, Clock clock, RequestNetworks networks) throws JOSEException {
		return new InnerTokens(keys.signing(), clock, networks::ofChange);
	}

	/** The public keys, with which services check tokens. */
	@Bean
	RouterFunction<ServerResponse> publicKeys(Keys keys) {
		Map<String, Object> published = keys.tokens().toPublicJWKSet().toJSONObject(true);
		return RouterFunctions.route()
			.GET("/.well-known/jwks.json",
					(request) -> ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(published))
			.build();
	}

}
