/**
 * The command line of drills and benchmark: options, requirements and exit codes. Start
 * with {@link vn.bantin.drills.command.Commands}.
 */
@NullMarked
package vn.bantin.drills.command;

import org.jspecify.annotations.NullMarked;
