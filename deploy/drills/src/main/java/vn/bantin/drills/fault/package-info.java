/**
 * What a drill breaks: connections between two parts, and what providers answer. Start
 * with {@link vn.bantin.drills.fault.Proxy}.
 */
@NullMarked
package vn.bantin.drills.fault;

import org.jspecify.annotations.NullMarked;
