package vn.bantin.gateway.live;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many streams a gateway keeps open.
 *
 * @param perAddress of one address, at most
 * @param total of all readers, at most
 */
@ConfigurationProperties("bantin.live")
record LiveProperties(@DefaultValue("20") int perAddress, @DefaultValue("20000") int total) {
}
