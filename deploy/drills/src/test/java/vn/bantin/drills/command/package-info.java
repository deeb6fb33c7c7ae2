/**
 * Tests of the command line.
 */
@NullUnmarked
package vn.bantin.drills.command;

import org.jspecify.annotations.NullUnmarked;
