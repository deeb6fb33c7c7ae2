/**
 * Tests of the sample content and of its loader, against a newsroom of their own that
 * fails where it is told to.
 */
@NullMarked
package vn.bantin.local.content;

import org.jspecify.annotations.NullMarked;
