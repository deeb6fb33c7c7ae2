/**
 * What happens on every connection before Spring sees a request. Start with
 * {@link vn.bantin.gateway.connection.ConnectionStage}.
 */
@NullMarked
package vn.bantin.gateway.connection;

import org.jspecify.annotations.NullMarked;
