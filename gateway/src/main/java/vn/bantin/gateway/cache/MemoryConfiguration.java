package vn.bantin.gateway.cache;

import java.net.URI;
import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.change.Changes;

/** Sets up the memory of whole answers. */
@Configuration(proxyBeanMethods = false)
class MemoryConfiguration {

	@Bean
	Memory memory(MemoryProperties properties, Changes changes) {
		Memory memory = new Memory(properties.size().toBytes(), System::nanoTime);
		changes.listen(memory::apply);
		return memory;
	}

	@Bean
	MemoryMeters memoryMeters(Memory memory, MeterRegistry meters) {
		return new MemoryMeters(memory, meters);
	}

	@Bean
	Replies replies(Clock clock) {
		return new Replies(clock);
	}

	@Bean
	Fills fills(Memory memory, MemoryMeters meters, JsonMapper json, Changes changes,
			ObjectProvider<HttpHandler> spring, @Value("${bantin.site.url}") URI site, Environment settings) {
		Keeping keeping = new Keeping(settings.containsProperty("bantin.cdn.kind"), System::nanoTime);
		return new Fills(memory, keeping, (key, dependencies) -> make(spring, site, key, dependencies), json, changes,
				System::nanoTime, Schedulers.parallel(), meters);
	}

	private static Mono<Captured> make(ObjectProvider<HttpHandler> spring, URI site, CacheKey key,
			Dependencies dependencies) {
		FillResponse response = new FillResponse();
		return spring.getObject()
			.handle(new FillRequest(site, key), response)
			.then(Mono.fromSupplier(response::captured))
			.contextWrite(dependencies::in);
	}

	@Bean
	Hits hits(Memory memory, Fills fills, Replies replies, Changes changes, MemoryMeters meters) {
		return new Hits(memory, fills, replies, changes, System::nanoTime, meters);
	}

	@Bean
	MemoryFilter memoryFilter(CacheKeys keys, Memory memory, Hits hits, Fills fills, MemoryMeters meters) {
		return new MemoryFilter(keys, memory, hits, fills, meters);
	}

	@Bean
	MemoryStage memoryStage(CacheKeys keys, Hits hits) {
		return new MemoryStage(keys, hits);
	}

}
