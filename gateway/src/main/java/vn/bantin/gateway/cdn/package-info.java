/**
 * A CDN in front of the gateway is told what has changed, after the gateway's own memory
 * knows. Start with {@link vn.bantin.gateway.cdn.Purges}.
 */
@NullMarked
package vn.bantin.gateway.cdn;

import org.jspecify.annotations.NullMarked;
