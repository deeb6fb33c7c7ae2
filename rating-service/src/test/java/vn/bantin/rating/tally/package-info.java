/** Tests of the tally, without a broker. */
@NullMarked
package vn.bantin.rating.tally;

import org.jspecify.annotations.NullMarked;
