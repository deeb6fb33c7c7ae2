/**
 * Finds what was lost, doubled or undone. Knows nothing of the services' code: it
 * recounts everything itself. Start with {@link vn.bantin.drills.judge.Judge}.
 */
@NullMarked
package vn.bantin.drills.judge;

import org.jspecify.annotations.NullMarked;
