/**
 * What happens on every connection before Spring sees a request: requests take turns
 * through stages, the first of which is the door. Start with
 * {@link vn.bantin.gateway.connection.ConnectionStage}.
 */
@NullMarked
package vn.bantin.gateway.connection;

import org.jspecify.annotations.NullMarked;
