package vn.bantin.widget.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Everybody may read the widgets. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> rules() {
		return (requests) -> requests.requestMatchers(HttpMethod.GET, "/api/widgets/**")
			.permitAll()
			.requestMatchers(HttpMethod.HEAD, "/api/widgets/**")
			.permitAll();
	}

}
