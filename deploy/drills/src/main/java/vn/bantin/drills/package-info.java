/**
 * Breaks the running newspaper on purpose and counts. Start with
 * {@link vn.bantin.drills.DrillCommand}.
 */
@NullMarked
package vn.bantin.drills;

import org.jspecify.annotations.NullMarked;
