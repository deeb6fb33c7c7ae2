/**
 * What every service needs to run: mechanism, never meaning. Nothing here knows an
 * article, a vote or a forecast. Each package is one thought and configures itself when
 * the service has what it is for; {@link vn.bantin.service.ServiceDefaults} holds the
 * settings that all services share. Start with
 * {@link vn.bantin.service.ServiceProperties}.
 */
@NullMarked
package vn.bantin.service;

import org.jspecify.annotations.NullMarked;
