package vn.bantin.widget.provider;

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
 * Asks providers, with limits on everything: time, size after decompression, and no
 * redirect that could lead elsewhere.
 */
public final class ProviderClient {

	private static final int LARGEST = 512 * 1024;

	private static final HttpResponse.BodyHandler<byte[]> LIMITED = BodyHandlers.limiting(BodyHandlers.ofByteArray(),
			LARGEST);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(3))
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	private final String userAgent;

	private final Duration patience;

	/**
	 * Introduces itself to providers.
	 * @param userAgent application and contact, as MET Norway's terms ask
	 */
	public ProviderClient(String userAgent) {
		this(userAgent, PATIENCE);
	}

	ProviderClient(String userAgent, Duration patience) {
		this.userAgent = userAgent;
		this.patience = patience;
	}

	/**
	 * Asks for a document.
	 * @param uri where
	 * @param contentType what it must be, such as {@code application/json}; without it an
	 * error page could be taken for data
	 * @param lastModified what the last answer gave, exactly as it was; null for none
	 * @return the answer
	 * @throws Rejected if the answer is none that can be used
	 * @throws IOException if there was no answer in time
	 */
	public Answer get(URI uri, String contentType, @Nullable String lastModified) throws IOException, Rejected {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.timeout(this.patience)
			.header("User-Agent", this.userAgent)
			.header("Accept", contentType)
			.header("Accept-Encoding", "gzip");
		if (lastModified != null) {
			request.header("If-Modified-Since", lastModified);
		}
		CompletableFuture<HttpResponse<byte[]>> answer = this.http.sendAsync(request.build(), LIMITED);
		try {
			// The client's own time limit ends with the headers; this one is for all of
			// it.
			return answer(answer.get(this.patience.toMillis(), TimeUnit.MILLISECONDS), contentType);
		}
		catch (TimeoutException ex) {
			throw new IOException("no whole answer within " + this.patience.toMillis() + " ms", ex);
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
		// 203 is MET Norway's word for a version that will go; its body is good.
		if (response.statusCode() != 200 && response.statusCode() != 203) {
			throw new Rejected("status " + response.statusCode());
		}
		String type = response.headers().firstValue("Content-Type").orElse("none");
		if (!type.startsWith(contentType)) {
			throw new Rejected("content type " + type + " instead of " + contentType);
		}
		boolean zipped = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
		return new Answer(zipped ? unzip(response.body()) : response.body(), expires,
				response.headers().firstValue("Last-Modified").orElse(null));
	}

	private static byte[] unzip(byte[] zipped) throws IOException, Rejected {
		try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
			byte[] bytes = body.readNBytes(LARGEST + 1);
			if (bytes.length > LARGEST) {
				throw new Rejected("more than " + LARGEST + " bytes");
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
	 * What a provider answered.
	 *
	 * @param body the document, null when it has not changed since the last answer
	 * @param expires until when it must not be asked again, the epoch when it does not
	 * say
	 * @param lastModified what to send with the next question
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Answer(byte @Nullable [] body, Instant expires, @Nullable String lastModified) {
	}

}
