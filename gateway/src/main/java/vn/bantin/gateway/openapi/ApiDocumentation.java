package vn.bantin.gateway.openapi;

import java.io.IOException;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Answers with the document of the API, and shows it in Swagger UI, whose files the build
 * takes out of its WebJar: nothing comes from another site.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

	private static final String PAGE = "/api/docs";

	/** Swagger UI's style sheet has its pictures within it; no other page needs that. */
	private static final String POLICY = "default-src 'self'; img-src 'self' data:; form-action 'self'; "
			+ "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

	private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

	@Bean
	RouterFunction<ServerResponse> apiDocument() throws IOException {
		byte[] document = file("openapi.json").getContentAsByteArray();
		String etag = "\"" + DigestUtils.md5DigestAsHex(document) + "\"";
		return RouterFunctions.route().GET("/api/openapi.json", (request) -> answer(request, document, etag)).build();
	}

	/** Whoever has this version already gets 304. */
	private static Mono<ServerResponse> answer(ServerRequest request, byte[] document, String etag) {
		return request.checkNotModified(etag)
			.switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.eTag(etag)
				.cacheControl(CacheControl.noCache())
				.bodyValue(document)));
	}

	@Bean
	RouterFunction<ServerResponse> apiPage() {
		Resource page = file("docs.html");
		return RouterFunctions.route()
			.GET(PAGE, (request) -> show(request, page))
			.build()
			.and(RouterFunctions.resources(PAGE + "/**", file("docs/"),
					(file, headers) -> headers.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)))));
	}

	private static Mono<ServerResponse> show(ServerRequest request, Resource page) {
		ServerHttpResponse response = request.exchange().getResponse();
		// Runs after what sets the headers of every response.
		response
			.beforeCommit(() -> Mono.fromRunnable(() -> response.getHeaders().set("Content-Security-Policy", POLICY)));
		return ServerResponse.ok().contentType(HTML).cacheControl(CacheControl.noCache()).bodyValue(page);
	}

	private static Resource file(String name) {
		return new ClassPathResource(name, ApiDocumentation.class);
	}

}
