/**
 * Breaks a running newspaper on purpose and counts what was lost. Start with
 * {@link vn.bantin.drills.DrillCommand}.
 */
@NullMarked
package vn.bantin.drills;

import org.jspecify.annotations.NullMarked;
