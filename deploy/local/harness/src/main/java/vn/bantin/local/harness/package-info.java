/**
 * Real processes of the newspaper, started, awaited, killed and stopped: for the launcher
 * and for every test that wants a broker and a database. Begin with
 * {@link vn.bantin.local.harness.LocalServers} in a service's test and with
 * {@link vn.bantin.local.harness.JavaProcess} for anything else.
 */
@NullMarked
package vn.bantin.local.harness;

import org.jspecify.annotations.NullMarked;
