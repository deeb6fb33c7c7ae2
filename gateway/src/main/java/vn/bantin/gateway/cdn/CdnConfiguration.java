package vn.bantin.gateway.cdn;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import vn.bantin.gateway.change.Changes;

/** Sets up purges where a CDN is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bantin.cdn.kind")
class CdnConfiguration {

	private static final Duration WITHIN = Duration.ofSeconds(5);

	/** Purges by what became of them. Failed for minutes: readers get old pages. */
	private static final String PURGES = "bantin.gateway.cdn.purges";

	/** The memory listens first, so that what the CDN fetches anew is right. */
	@Bean
	@DependsOn("memory")
	Purges purges(CdnProperties cdn, Changes changes, MeterRegistry meters) {
		PurgeForm form = new PurgeForm(Objects.requireNonNull(cdn.kind()), Objects.requireNonNull(cdn.token()));
		URI address = Objects.requireNonNull(cdn.purgeUrl());
		WebClient http = WebClient.create();
		Purges purges = new Purges((keys, gone) -> {
			RequestBodySpec request = http.post().uri(address);
			form.fill(request, keys, gone);
			request.retrieve().toBodilessEntity().block(WITHIN);
		}, form.most(), counter(meters, "sent"), counter(meters, "failed"));
		changes.listen(purges::add);
		return purges;
	}

	private static Counter counter(MeterRegistry meters, String outcome) {
		return meters.counter(PURGES, "outcome", outcome);
	}

}
