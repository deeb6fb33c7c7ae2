package vn.bantin.gateway.site;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.identity.LoginFailed;
import vn.bantin.gateway.site.answer.PageRefused;
import vn.bantin.gateway.site.frame.Head;
import vn.bantin.gateway.site.frame.Pages;
import vn.bantin.gateway.site.story.Stories;
import vn.bantin.gateway.site.words.Words;
import vn.bantin.service.problem.reactive.ProblemWriter;

/** Error pages for readers. The API has problem details instead. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SiteErrors implements WebExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(SiteErrors.class);

	private static final String RETRY_AFTER_SECONDS = "30";

	private final Stories stories;

	private final Pages pages;

	SiteErrors(Stories stories, Pages pages) {
		this.stories = stories;
		this.pages = pages;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted() || !isPage(exchange, failure)) {
			return Mono.error(failure);
		}
		HttpStatus status = status(failure);
		if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
			logger.error("No page at {}", exchange.getRequest().getPath(), failure);
		}
		Words words = this.pages.words(exchange);
		String described = described(failure, status);
		ErrorPage page = new ErrorPage(status.value(), words.text("error." + described + ".heading"),
				words.text("error." + described + ".text"), reason(failure), again(failure));
		return this.stories.sections()
			.flatMap((sections) -> this.pages.answer(exchange, status, "error", Head.unlisted(page.heading()), sections,
					page))
			.flatMap((answer) -> write(exchange.getResponse(), answer));
	}

	/**
	 * Whatever the site itself refused gets a page; other failures do when the caller
	 * prefers HTML.
	 */
	private static boolean isPage(ServerWebExchange exchange, Throwable failure) {
		if (failure instanceof PageRefused) {
			return true;
		}
		return !exchange.getRequest().getPath().value().startsWith("/api/") && ProblemWriter.isPagePreferred(exchange);
	}

	private static HttpStatus status(Throwable failure) {
		return switch (failure) {
			case PageRefused refused -> refused.status();
			case ErrorResponse response -> {
				HttpStatus known = HttpStatus.resolve(response.getStatusCode().value());
				yield (known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR;
			}
			default -> HttpStatus.INTERNAL_SERVER_ERROR;
		};
	}

	/** The texts that describe it. */
	private static String described(Throwable failure, HttpStatus status) {
		return (failure instanceof LoginFailed login) ? "login-" + login.reason().name().toLowerCase(Locale.ROOT)
				: String.valueOf(described(status).value());
	}

	/** The status whose text describes it: not every status has one of its own. */
	private static HttpStatus described(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, CONFLICT, GONE, TOO_MANY_REQUESTS,
					SERVICE_UNAVAILABLE ->
				status;
			case BAD_GATEWAY, GATEWAY_TIMEOUT -> HttpStatus.SERVICE_UNAVAILABLE;
			default -> status.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
		};
	}

	private static @Nullable String reason(Throwable failure) {
		return (failure instanceof PageRefused refused) ? refused.reason() : null;
	}

	private static @Nullable String again(Throwable failure) {
		return (failure instanceof LoginFailed login) ? login.again() : null;
	}

	private static Mono<Void> write(ServerHttpResponse response, ResponseEntity<byte[]> answer) {
		response.setStatusCode(answer.getStatusCode());
		answer.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
		if (answer.getStatusCode() == HttpStatus.SERVICE_UNAVAILABLE) {
			response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		byte[] body = answer.getBody();
		DataBuffer html = response.bufferFactory().wrap((body != null) ? body : new byte[0]);
		return response.writeWith(Mono.just(html));
	}

}
