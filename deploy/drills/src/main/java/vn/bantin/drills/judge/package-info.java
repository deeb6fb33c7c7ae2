/**
 * Finds what was lost, doubled or undone. It uses none of the services' code and recounts
 * everything itself. Start with {@link vn.bantin.drills.judge.Judge}.
 */
@NullMarked
package vn.bantin.drills.judge;

import org.jspecify.annotations.NullMarked;
