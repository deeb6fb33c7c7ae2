/**
 * Starts, awaits, stops and kills processes, for the launcher and for tests that need a
 * broker and a database. Start with {@link vn.bantin.local.harness.LocalServers} in a
 * service's test and with {@link vn.bantin.local.harness.JavaProcess} elsewhere.
 */
@NullMarked
package vn.bantin.local.harness;

import org.jspecify.annotations.NullMarked;
