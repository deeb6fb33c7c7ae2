/**
 * All writes of the load, noted before and after. Start with
 * {@link vn.bantin.drills.ledger.Ledger}.
 */
@NullMarked
package vn.bantin.drills.ledger;

import org.jspecify.annotations.NullMarked;
