/**
 * The whole newspaper on one machine: each part its own process. Start with
 * {@link vn.bantin.local.launcher.Platform}; {@link vn.bantin.local.launcher.Launcher} is
 * its command line.
 */
@NullMarked
package vn.bantin.local.launcher;

import org.jspecify.annotations.NullMarked;
