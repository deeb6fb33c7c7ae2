/**
 * Runs the whole newspaper on one machine, each part as a process. Start with
 * {@link vn.bantin.local.launcher.Supervisor}; {@link vn.bantin.local.launcher.Launcher}
 * is its command line.
 */
@NullMarked
package vn.bantin.local.launcher;

import org.jspecify.annotations.NullMarked;
