package vn.bantin.gateway.site;

import java.io.IOException;
import java.nio.file.Files;

import org.springframework.boot.SpringApplication;
import vn.bantin.gateway.GatewayApplication;

/**
 * Starts the gateway on stub services, to look at its pages while working on them: run it
 * and open port 8080, or the one given as {@code --server.port}.
 */
final class ShowSite {

	private ShowSite() {
	}

	public static void main(String[] args) throws IOException {
		SiteSettings.of(new StubServices(), Files.createTempDirectory("gateway-keys")).forEach(System::setProperty);
		SpringApplication.run(GatewayApplication.class, args);
	}

}
