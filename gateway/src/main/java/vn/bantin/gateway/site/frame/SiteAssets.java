package vn.bantin.gateway.site.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.ContentVersionStrategy;
import org.springframework.web.reactive.resource.VersionResourceResolver;
import vn.bantin.gateway.connection.InlineScript;

/**
 * Serves style, script and drawings under addresses that change with their content, so
 * that browsers may keep them for ever.
 */
@Configuration(proxyBeanMethods = false)
class SiteAssets implements WebFluxConfigurer {

	private static final String FOLDER = "static/assets/";

	private final ContentVersionStrategy versions = new ContentVersionStrategy();

	/** Before the first paint: what the reader chose. */
	private final InlineScript inline = new InlineScript(read("inline.js"));

	private final Frame.Assets addresses = new Frame.Assets(address("site.css"), address("site.js"),
			address("icons.svg"), address("favicon.svg"), this.inline.source());

	Frame.Assets addresses() {
		return this.addresses;
	}

	@Bean
	InlineScript inlineScript() {
		return this.inline;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
			.addResourceLocations("classpath:/" + FOLDER)
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.resourceChain(true)
			.addResolver(new VersionResourceResolver().addVersionStrategy(this.versions, "/**"));
	}

	private static String read(String file) {
		try {
			return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String address(String file) {
		String version = this.versions.getResourceVersion(new ClassPathResource(FOLDER + file)).block();
		return "/assets/" + this.versions.addVersion(file, Objects.requireNonNull(version));
	}

}
