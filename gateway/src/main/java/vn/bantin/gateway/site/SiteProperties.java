package vn.bantin.gateway.site;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the paper is published.
 *
 * @param url the site's own address, which pages name as theirs, whatever a request calls
 * it
 */
@ConfigurationProperties("bantin.site")
record SiteProperties(URI url) {
}
