package vn.bantin.gateway.cache;

import org.jspecify.annotations.Nullable;

/**
 * What came of making an answer.
 *
 * @param captured what Spring answered
 * @param kept the answer in memory, null when it may not be kept
 */
record Filled(Captured captured, @Nullable CachedAnswer kept) {
}
