/**
 * Watches what readers get of articles that change all the time, and says when it is
 * older than what was there before. Start with {@link vn.bantin.drills.past.Watch}.
 */
@NullMarked
package vn.bantin.drills.past;

import org.jspecify.annotations.NullMarked;
