package vn.bantin.gateway.cache;

import java.util.Objects;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes in what Spring answers to a {@link FillRequest}. */
final class FillResponse extends AbstractServerHttpResponse {

	private volatile byte[] body = new byte[0];

	FillResponse() {
		super(DefaultDataBufferFactory.sharedInstance);
	}

	Captured captured() {
		HttpHeaders headers = new HttpHeaders();
		headers.putAll(getHeaders());
		if (!getCookies().isEmpty()) {
			headers.set(HttpHeaders.SET_COOKIE, "left out");
		}
		HttpStatusCode status = Objects.requireNonNullElse(getStatusCode(), HttpStatus.OK);
		return new Captured(status, headers, this.body);
	}

	@Override
	protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> body) {
		return DataBufferUtils.join(body).doOnNext((joined) -> {
			byte[] bytes = new byte[joined.readableByteCount()];
			joined.read(bytes);
			DataBufferUtils.release(joined);
			this.body = bytes;
		}).then();
	}

	@Override
	protected Mono<Void> writeAndFlushWithInternal(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return writeWithInternal(Flux.from(body).concatMap((part) -> part));
	}

	@Override
	protected void applyStatusCode() {
		// It stays where it is.
	}

	@Override
	protected void applyHeaders() {
		// They stay where they are.
	}

	@Override
	protected void applyCookies() {
		// An answer for everybody has none.
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T getNativeResponse() {
		return (T) this;
	}

}
