/**
 * Tests of the sample content and its loader, against a stub newsroom that fails on
 * demand.
 */
@NullMarked
package vn.bantin.local.content;

import org.jspecify.annotations.NullMarked;
