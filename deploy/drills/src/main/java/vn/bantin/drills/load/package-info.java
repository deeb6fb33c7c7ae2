/**
 * Readers, voters and the newsroom, all of them through the gateway. Start with
 * {@link vn.bantin.drills.load.Load}.
 */
@NullMarked
package vn.bantin.drills.load;

import org.jspecify.annotations.NullMarked;
