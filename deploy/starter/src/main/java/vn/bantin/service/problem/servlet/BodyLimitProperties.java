package vn.bantin.service.problem.servlet;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a request is read.
 *
 * @param bodyLimit largest body; uploads in parts have Boot's own limits below
 * {@code spring.servlet.multipart}
 */
@ConfigurationProperties("bantin.web")
record BodyLimitProperties(@DefaultValue("512KB") DataSize bodyLimit) {
}
