package vn.bantin.article.publishing.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Writers write; editors decide what readers see. */
@Configuration(proxyBeanMethods = false)
class NewsroomAccess {

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> newsroomRules() {
		return (requests) -> requests
			.requestMatchers(HttpMethod.POST, "/api/newsroom/articles/*/publish", "/api/newsroom/articles/*/retract")
			.hasRole("editor")
			.requestMatchers("/api/newsroom/**")
			.hasRole("writer");
	}

}
