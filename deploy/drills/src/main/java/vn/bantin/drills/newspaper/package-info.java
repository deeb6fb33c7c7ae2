/**
 * The newspaper under test and how to talk to it, for drills and benchmark alike. Start
 * with {@link vn.bantin.drills.newspaper.Newspaper}.
 */
@NullMarked
package vn.bantin.drills.newspaper;

import org.jspecify.annotations.NullMarked;
