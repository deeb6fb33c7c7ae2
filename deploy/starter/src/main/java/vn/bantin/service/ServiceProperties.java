package vn.bantin.service;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What distinguishes this instance of this service.
 *
 * @param instance name of the instance: stable over restarts and unique, so that it gets
 * its leases and partitions back at once
 * @param dataDir folder of the files that can be rebuilt from the topics
 * @param topicReplication copies of each topic that the service creates, 3 in a cluster
 */
@ConfigurationProperties("bantin")
public record ServiceProperties(String instance, @DefaultValue("./data") Path dataDir,
		@DefaultValue("1") short topicReplication) {
}
