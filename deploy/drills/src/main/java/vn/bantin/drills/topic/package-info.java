/**
 * The topics, read by a plain consumer. Start with
 * {@link vn.bantin.drills.topic.TopicReader}.
 */
@NullMarked
package vn.bantin.drills.topic;

import org.jspecify.annotations.NullMarked;
