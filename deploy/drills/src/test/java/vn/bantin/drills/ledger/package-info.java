/**
 * Tests of the ledger.
 */
@NullUnmarked
package vn.bantin.drills.ledger;

import org.jspecify.annotations.NullUnmarked;
