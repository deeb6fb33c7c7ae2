/**
 * What can break, one class each. Start with {@link vn.bantin.drills.scenario.Scenario}.
 */
@NullMarked
package vn.bantin.drills.scenario;

import org.jspecify.annotations.NullMarked;
