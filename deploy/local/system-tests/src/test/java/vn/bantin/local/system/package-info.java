/**
 * The whole newspaper under test: every part is the real process, started as
 * {@code deploy/local/start} starts it. Begin with
 * {@link vn.bantin.local.system.Newspaper}, which speaks to it as its users do.
 */
@NullMarked
package vn.bantin.local.system;

import org.jspecify.annotations.NullMarked;
