package vn.bantin.local.content.drawing;

/** Something to see, in any light. */
@FunctionalInterface
interface Scene {

	/**
	 * Covers the whole canvas.
	 * @param canvas where to
	 * @param palette the light and the colours
	 */
	void paint(Canvas canvas, Palette palette);

}
