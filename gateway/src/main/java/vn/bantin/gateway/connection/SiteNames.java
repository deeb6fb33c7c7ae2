package vn.bantin.gateway.connection;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the site is called in a {@code Host} header. On which port it is reached is the
 * business of whoever forwards it.
 *
 * @param url the site's own address; when it is that of one machine, the site has all
 * names of that machine
 * @param aliases other names, such as {@code www.bantin.example}
 */
@ConfigurationProperties("bantin.site")
record SiteNames(URI url, @DefaultValue List<String> aliases) {

	private static final Set<String> ONE_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	/** All names, in lower case. */
	Set<String> all() {
		String own = Objects.requireNonNull(this.url.getHost(), "bantin.site.url names no host")
			.toLowerCase(Locale.ROOT);
		Stream<String> names = ONE_MACHINE.contains(own) ? ONE_MACHINE.stream() : Stream.of(own);
		return Stream.concat(names, this.aliases.stream().map((alias) -> alias.toLowerCase(Locale.ROOT)))
			.collect(Collectors.toUnmodifiableSet());
	}

}
