package vn.bantin.widget.fetching;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * HTTP client for providers. Time and size, also after decompression, are limited, and
 * redirects are not followed.
 */
final class ProviderClient {

	private static final int MAX_SIZE = 512 * 1024;

	private static final HttpResponse.BodyHandler<byte[]> LIMITED = BodyHandlers.limiting(BodyHandlers.ofByteArray(),
			MAX_SIZE);

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(3))
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final String userAgent;

	private final Duration timeout;

	/**
	 * A client with the usual time limit.
	 * @param userAgent application and contact, as MET Norway's terms require
	 */
	ProviderClient(String userAgent) {
		this(userAgent, TIMEOUT);
	}

	ProviderClient(String userAgent, Duration timeout) {
		this.userAgent = userAgent;
		this.timeout = timeout;
	}

	/**
	 * Gets a document.
	 * @param uri its address
	 * @param contentType what it must be, such as {@code application/json}, so that an
	 * error page is not taken for data
	 * @param lastModified the last answer's Last-Modified header for a conditional
	 * request, unchanged; null for an unconditional one
	 * @return the answer
	 * @throws Rejected if the answer cannot be used
	 * @throws IOException if there was no complete answer in time
	 */
	Answer get(URI uri, String contentType, @Nullable String lastModified) throws IOException, Rejected {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.timeout(this.timeout)
			.header("User-Agent", this.userAgent)
			.header("Accept", contentType)
			.header("Accept-Encoding", "gzip");
		if (lastModified != null) {
			request.header("If-Modified-Since", lastModified);
		}
		CompletableFuture<HttpResponse<byte[]>> answer = this.http.sendAsync(request.build(), LIMITED);
		try {
			// The request's own timeout covers the headers only; this one includes the
			// body.
			return answer(answer.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS), contentType);
		}
		catch (TimeoutException ex) {
			throw new IOException("no whole answer within " + this.timeout.toMillis() + " ms", ex);
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
		finally {
			answer.cancel(true);
		}
	}

	private static Answer answer(HttpResponse<byte[]> response, String contentType) throws IOException, Rejected {
		Instant expires = time(response, "Expires").orElse(Instant.EPOCH);
		if (response.statusCode() == 304) {
			return new Answer(null, expires, response.headers().firstValue("Last-Modified").orElse(null));
		}
		// MET Norway answers 203 for a deprecated version, whose data are still good.
		if (response.statusCode() != 200 && response.statusCode() != 203) {
			throw new Rejected("status " + response.statusCode());
		}
		String type = response.headers().firstValue("Content-Type").orElse("none");
		if (!type.startsWith(contentType)) {
			throw new Rejected("content type " + type + " instead of " + contentType);
		}
		boolean gzipped = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
		return new Answer(gzipped ? gunzip(response.body()) : response.body(), expires,
				response.headers().firstValue("Last-Modified").orElse(null));
	}

	private static byte[] gunzip(byte[] gzipped) throws IOException, Rejected {
		try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
			byte[] bytes = body.readNBytes(MAX_SIZE + 1);
			if (bytes.length > MAX_SIZE) {
				throw new Rejected("more than " + MAX_SIZE + " bytes");
			}
			return bytes;
		}
	}

	private static Optional<Instant> time(HttpResponse<?> response, String header) {
		try {
			return response.headers()
				.firstValue(header)
				.map((value) -> ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A provider's answer.
	 *
	 * @param body the document, null when it was not modified
	 * @param expires when it may be requested again, the epoch when not given
	 * @param lastModified for the next conditional request, null when not given
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Answer(byte @Nullable [] body, Instant expires, @Nullable String lastModified) {
	}

}
