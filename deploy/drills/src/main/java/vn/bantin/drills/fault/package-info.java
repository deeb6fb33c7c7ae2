/**
 * Fault injection: connections between parts, answers of providers, records, disks. Start
 * with {@link vn.bantin.drills.fault.Proxy}.
 */
@NullMarked
package vn.bantin.drills.fault;

import org.jspecify.annotations.NullMarked;
