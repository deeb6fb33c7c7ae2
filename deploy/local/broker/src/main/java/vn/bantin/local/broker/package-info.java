/**
 * A real Kafka broker, one KRaft node, from its Maven artifacts. Start with
 * {@link vn.bantin.local.broker.LocalBroker}.
 */
@NullMarked
package vn.bantin.local.broker;

import org.jspecify.annotations.NullMarked;
