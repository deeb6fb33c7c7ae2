package vn.bantin.local.providers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleProvidersTests {

	private static final String PLACE = "/weatherapi/locationforecast/2.0/compact?lat=21.0245&lon=105.8412";

	private final HttpClient http = HttpClient.newHttpClient();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = SampleProviders.start(0, Clock.fixed(Instant.parse("2026-11-23T05:20:00Z"), ZoneOffset.UTC));
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void refusesGenericUserAgent() throws Exception {
		assertThat(get(PLACE, "User-Agent", "Java-http-client/25").statusCode()).isEqualTo(403);
	}

	@Test
	void refusesMoreThanFourDecimals() throws Exception {
		assertThat(get(PLACE.replace("21.0245", "21.02451"), "User-Agent", "Bantin a@b.vn").statusCode())
			.isEqualTo(403);
	}

	@Test
	void answersNotModifiedToItsOwnValidator() throws Exception {
		HttpResponse<String> first = get(PLACE, "User-Agent", "Bantin a@b.vn");
		String modified = first.headers().firstValue("Last-Modified").orElseThrow();
		assertThat(modified).isEqualTo("Mon, 23 Nov 2026 05:00:00 GMT");
		assertThat(first.headers().firstValue("Expires")).hasValue("Mon, 23 Nov 2026 05:51:00 GMT");
		assertThat(get(PLACE, "User-Agent", "Bantin a@b.vn", "If-Modified-Since", modified).statusCode())
			.isEqualTo(304);
	}

	@Test
	void writesForecastAsRecorded() throws Exception {
		String body = get(PLACE, "User-Agent", "Bantin a@b.vn").body();
		assertThat(body)
			.startsWith("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[105.8412,21.0245,12]}")
			.contains("\"updated_at\":\"2026-11-23T05:00:00Z\"", "\"next_1_hours\":{\"summary\":{\"symbol_code\":\"",
					"\"next_6_hours\"", "\"next_12_hours\"");
		assertThat(body.split("\"next_1_hours\"", -1)).hasSize(57);
	}

	@Test
	void writesBoardAsRecorded() throws Exception {
		String body = get("/Usercontrols/TVPortal.TyGia/pXML.aspx").body();
		assertThat(body).startsWith("<!--For reference only. Only one request every 5 minutes!-->")
			.contains("<DateTime>11/23/2026 12:20:00 PM</DateTime>",
					"CurrencyCode=\"USD\" CurrencyName=\"US DOLLAR           \" Buy=\"2",
					"CurrencyCode=\"KWD\" CurrencyName=\"KUWAITI DINAR       \" Buy=\"-\"");
		assertThat(body.split("<Exrate ", -1)).hasSize(21);
	}

	private HttpResponse<String> get(String path, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

}
