package vn.bantin.gateway.site;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the paper is published.
 *
 * @param url the site's own address, which pages name as theirs; null for the address of
 * the request
 */
@ConfigurationProperties("bantin.site")
record SiteProperties(@Nullable URI url) {
}
