/**
 * Draws the sample pictures: scenes of flat shapes and gradients, each the same every
 * time for the same name. Begin with {@link vn.bantin.local.content.drawing.Drawing}.
 */
@NullMarked
package vn.bantin.local.content.drawing;

import org.jspecify.annotations.NullMarked;
