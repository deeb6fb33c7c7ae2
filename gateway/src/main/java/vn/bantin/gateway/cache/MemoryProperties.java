package vn.bantin.gateway.cache;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The memory of whole answers.
 *
 * @param size how much it may hold, outside the heap
 */
@ConfigurationProperties("bantin.memory")
record MemoryProperties(@DefaultValue("256MB") DataSize size) {
}
