package vn.bantin.gateway.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The limits of {@code application.yml}. */
final class ShippedLimits {

	private ShippedLimits() {
	}

	static LimitProperties with(String factor) {
		try {
			StandardEnvironment environment = new StandardEnvironment();
			environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("GATEWAY_LIMITS", factor)));
			new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yml"))
				.forEach(environment.getPropertySources()::addLast);
			return Binder.get(environment).bind("bantin.limits", LimitProperties.class).get();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
