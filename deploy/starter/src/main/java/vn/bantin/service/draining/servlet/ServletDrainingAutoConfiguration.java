package vn.bantin.service.draining.servlet;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import vn.bantin.service.draining.Draining;

/** Drains a service on Tomcat before it stops. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class ServletDrainingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Draining draining(ApplicationContext context) {
		return new Draining(context);
	}

	@Bean
	DrainingFilter drainingFilter(Draining draining) {
		return new DrainingFilter(draining);
	}

}
