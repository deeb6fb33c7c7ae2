package vn.bantin.rating.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Everybody may see ratings; a reader may vote. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> rules() {
		return (requests) -> requests
			.requestMatchers(HttpMethod.GET, "/api/articles/*/rating", "/api/articles/top-rated")
			.permitAll()
			.requestMatchers("/api/articles/*/rating/mine")
			.hasRole("reader");
	}

}
