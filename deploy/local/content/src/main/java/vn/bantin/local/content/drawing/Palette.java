package vn.bantin.local.content.drawing;

import java.awt.Color;
import java.util.Locale;

/** The light of an hour, as colours that go together. */
enum Palette {

	/** Before the sun is up: rose and violet. */
	DAWN(0x7C8FC4, 0xFBD3B5, 0xFFF1C9, 0xA9A3C9, 0x4B6A63, 0x6F9A62, 0xE98A6B, 0x2B3346, false),

	/** Full day: blue and fresh green. */
	NOON(0x5FA9DD, 0xDDF1F7, 0xFFFBE6, 0x9CBFD0, 0x3F7D5B, 0x7DB657, 0xF0A73A, 0x23384A, false),

	/** The last sun: orange over plum. */
	DUSK(0x4A3F73, 0xF7A072, 0xFFE0A3, 0x8A6C8F, 0x4D3E5C, 0x8A7A4E, 0xE4572E, 0x241B33, false),

	/** Everything far is pale. */
	MIST(0xB9CBD0, 0xEFF2EC, 0xFFFFFF, 0xC3D2D3, 0x6C8C86, 0x93AF93, 0xC98B6B, 0x33474B, false),

	/** Lamps and a dark sky. */
	NIGHT(0x0E1733, 0x33406B, 0xFFD98A, 0x27335A, 0x1A2342, 0x2C3A54, 0xF2703D, 0x0A0F20, true),

	/** Wet and grey, with lit windows. */
	RAIN(0x55636F, 0xA9B5B9, 0xFFE2A8, 0x8696A0, 0x4A5C63, 0x5F7470, 0xD9653B, 0x20292F, false),

	/** Harvest. */
	GOLD(0x86B8D6, 0xFCE9BD, 0xFFF6D0, 0xB5B79C, 0x7C8C4A, 0xD9B445, 0xC8622E, 0x3A2E22, false);

	private final Color skyTop;

	private final Color skyBottom;

	private final Color light;

	private final Color far;

	private final Color near;

	private final Color ground;

	private final Color accent;

	private final Color dark;

	private final boolean lit;

	Palette(int skyTop, int skyBottom, int light, int far, int near, int ground, int accent, int dark, boolean lit) {
		this.skyTop = new Color(skyTop);
		this.skyBottom = new Color(skyBottom);
		this.light = new Color(light);
		this.far = new Color(far);
		this.near = new Color(near);
		this.ground = new Color(ground);
		this.accent = new Color(accent);
		this.dark = new Color(dark);
		this.lit = lit;
	}

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	Color skyTop() {
		return this.skyTop;
	}

	Color skyBottom() {
		return this.skyBottom;
	}

	/** Sun, moon or lamp. */
	Color light() {
		return this.light;
	}

	Color far() {
		return this.far;
	}

	Color near() {
		return this.near;
	}

	Color ground() {
		return this.ground;
	}

	Color accent() {
		return this.accent;
	}

	Color dark() {
		return this.dark;
	}

	/** Whether lamps are on. */
	boolean lit() {
		return this.lit || this == RAIN || this == DUSK;
	}

	/** A thing's own colour as this light shows it. */
	Color shown(int colour) {
		Color own = new Color(colour);
		return switch (this) {
			case NIGHT -> Ink.mix(own, this.skyTop, 0.55);
			case DUSK -> Ink.mix(own, this.near, 0.3);
			case RAIN -> Ink.mix(own, this.skyTop, 0.3);
			case MIST -> Ink.mix(own, this.skyBottom, 0.3);
			case DAWN -> Ink.mix(own, this.skyBottom, 0.15);
			case NOON, GOLD -> own;
		};
	}

}
