/**
 * Whole answers in memory, ready to send, kept under all that they show and told by the
 * topics when that changes. A hit is answered before Spring sees the request
 * ({@link vn.bantin.gateway.cache.MemoryStage}); what is missing is made once however
 * many wait for it ({@link vn.bantin.gateway.cache.Fills}).
 */
@NullMarked
package vn.bantin.gateway.cache;

import org.jspecify.annotations.NullMarked;
