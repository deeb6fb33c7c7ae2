/**
 * A service's own database. Start with
 * {@link vn.bantin.service.mongo.MongoAutoConfiguration};
 * {@link vn.bantin.service.mongo.Upserts} keeps the newest state of what comes twice and
 * late.
 */
@NullMarked
package vn.bantin.service.mongo;

import org.jspecify.annotations.NullMarked;
