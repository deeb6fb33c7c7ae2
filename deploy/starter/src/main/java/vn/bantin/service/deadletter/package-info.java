/**
 * What becomes of a record that cannot be handled: it goes to a dead-letter topic with
 * the reason, and its partition moves on only when it is there. Start with
 * {@link vn.bantin.service.deadletter.DeadLetters}.
 */
@NullMarked
package vn.bantin.service.deadletter;

import org.jspecify.annotations.NullMarked;
