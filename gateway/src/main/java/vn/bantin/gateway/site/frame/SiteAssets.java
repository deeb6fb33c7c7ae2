package vn.bantin.gateway.site.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.VersionResourceResolver;

/**
 * Serves style, script and drawings under addresses that change with their content, so
 * that browsers may keep them for ever.
 */
@Configuration(proxyBeanMethods = false)
class SiteAssets implements WebFluxConfigurer {

	private static final String FOLDER = "static/assets/";

	private final Frame.Assets addresses = new Frame.Assets(address("site.css"), address("site.js"),
			address("icons.svg"), address("favicon.svg"));

	Frame.Assets addresses() {
		return this.addresses;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
			.addResourceLocations("classpath:/" + FOLDER)
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.resourceChain(true)
			.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
	}

	/** Named as the resolver's content strategy names it. */
	private static String address(String file) {
		try (InputStream content = new ClassPathResource(FOLDER + file).getInputStream()) {
			int dot = file.lastIndexOf('.');
			return "/assets/" + file.substring(0, dot) + "-" + DigestUtils.md5DigestAsHex(content)
					+ file.substring(dot);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
