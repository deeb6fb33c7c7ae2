/**
 * What every value says of itself: its {@link vn.bantin.widget.provenance.Source} and its
 * {@link vn.bantin.widget.provenance.Times}.
 */
@NullMarked
package vn.bantin.widget.provenance;

import org.jspecify.annotations.NullMarked;
