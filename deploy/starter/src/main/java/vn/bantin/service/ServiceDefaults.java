package vn.bantin.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Adds the settings that all services share, below everything that a service or its
 * operator sets: {@code defaults.yml} for all, {@code defaults-servlet.yml} for services
 * on Tomcat.
 */
final class ServiceDefaults implements EnvironmentPostProcessor {

	private final YamlPropertySourceLoader loader = new YamlPropertySourceLoader();

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (application.getWebApplicationType() == WebApplicationType.SERVLET) {
			load("defaults-servlet.yml").forEach(environment.getPropertySources()::addLast);
		}
		load("defaults.yml").forEach(environment.getPropertySources()::addLast);
	}

	private List<PropertySource<?>> load(String file) {
		Resource resource = new ClassPathResource(file, ServiceDefaults.class);
		try {
			return this.loader.load("Bantin's " + file, resource);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The starter's " + file + " cannot be read", ex);
		}
	}

}
