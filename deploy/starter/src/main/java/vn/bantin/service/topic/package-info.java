/**
 * The topics that a service creates, with what all of them have in common. Start with
 * {@link vn.bantin.service.topic.Topics}.
 */
@NullMarked
package vn.bantin.service.topic;

import org.jspecify.annotations.NullMarked;
