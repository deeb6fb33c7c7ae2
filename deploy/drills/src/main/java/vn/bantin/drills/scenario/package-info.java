/**
 * One class a fault. Start with {@link vn.bantin.drills.scenario.Scenario}.
 */
@NullMarked
package vn.bantin.drills.scenario;

import org.jspecify.annotations.NullMarked;
