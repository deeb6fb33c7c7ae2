package vn.bantin.article.reading.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Everybody may read articles, and ask whether they have changed. */
@Configuration(proxyBeanMethods = false)
class ReadingWebConfiguration {

	private static final String[] FOR_EVERYBODY = { "/api/articles/**", "/api/sections", "/api/tags", "/api/media/**" };

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> readerRules() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, FOR_EVERYBODY)
			.permitAll()
			.requestMatchers(HttpMethod.HEAD, FOR_EVERYBODY)
			.permitAll();
	}

	/** A strong ETag for every answer to readers, made of its bytes. */
	@Bean
	FilterRegistrationBean<ShallowEtagHeaderFilter> etags() {
		FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(
				new ShallowEtagHeaderFilter());
		filter.addUrlPatterns("/api/articles", "/api/articles/*", "/api/sections", "/api/tags");
		return filter;
	}

}
