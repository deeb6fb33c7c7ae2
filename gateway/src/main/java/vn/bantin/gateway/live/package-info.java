/**
 * Changes pushed to open pages, as server-sent events. One thread decides what is sent
 * when; an event is written out once and shared by all streams that show its subject.
 * Start with {@link vn.bantin.gateway.live.Broadcast}.
 */
@NullMarked
package vn.bantin.gateway.live;

import org.jspecify.annotations.NullMarked;
