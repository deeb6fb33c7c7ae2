/**
 * Facts as CloudEvents 1.0 on Kafka, binary mode: one writer and one reader for all
 * topics. Start with {@link vn.bantin.service.cloudevent.CloudEvent}.
 */
@NullMarked
package vn.bantin.service.cloudevent;

import org.jspecify.annotations.NullMarked;
