package vn.bantin.local.content.drawing;

import java.awt.Color;

/** Colours made of colours. */
final class Ink {

	private Ink() {
	}

	/** From the first (0) to the second (1). */
	static Color mix(Color from, Color to, double share) {
		double part = Math.clamp(share, 0.0, 1.0);
		return new Color(between(from.getRed(), to.getRed(), part), between(from.getGreen(), to.getGreen(), part),
				between(from.getBlue(), to.getBlue(), part), between(from.getAlpha(), to.getAlpha(), part));
	}

	private static int between(int from, int to, double share) {
		return (int) Math.round(from + (to - from) * share);
	}

	/** The colour, seen through: 0 is not there, 1 is solid. */
	static Color clear(Color colour, double solid) {
		return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * solid));
	}

	static Color darker(Color colour, double share) {
		return mix(colour, new Color(0, 0, 0, colour.getAlpha()), share);
	}

	static Color lighter(Color colour, double share) {
		return mix(colour, new Color(255, 255, 255, colour.getAlpha()), share);
	}

}
