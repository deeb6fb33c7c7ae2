package vn.bantin.service.problem.servlet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What Tomcat itself refuses is answered as everything else is. */
class ProblemReportValveTests {

	private static WebServer server;

	@BeforeAll
	static void start() {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
		new ProblemAutoConfiguration.Container().problemReports().customize(factory);
		server = factory.getWebServer();
		server.start();
	}

	@AfterAll
	static void stop() {
		server.stop();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /a%2fb HTTP/1.1\r\nHost: a\r\n", "GET /nothing HTTP/1.1\r\nHost: a\r\n",
			"GET / HTTP/1.1\r\n", "GET /| HTTP/1.1\r\nHost: a\r\n", "BREW / HTTP/1.1\r\nHost: a\r\nA b: c\r\n" })
	void answersWithAProblemDetail(String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
			socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("<", "Tomcat");
			assertThat(answer).contains("application/problem+json", "\"type\":\"/problems/invalid-request\"");
		}
	}

}
