/**
 * Tests that drawings are pictures, differ and stay the same.
 */
@NullMarked
package vn.bantin.local.content.drawing;

import org.jspecify.annotations.NullMarked;
