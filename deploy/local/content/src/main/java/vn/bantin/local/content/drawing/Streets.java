package vn.bantin.local.content.drawing;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;

/** Scenes out of doors in town. */
final class Streets {

	private static final double W = Canvas.WIDTH;

	private static final double H = Canvas.HEIGHT;

	private static final Integer[] WALLS = { 0xE9C46A, 0xF1DDB0, 0xA9C8A4, 0xD98E6C, 0xE8E1D2, 0xB7CBD6, 0xD9B48F };

	private Streets() {
	}

	private static void skyline(Canvas canvas, Palette palette, double ground) {
		for (int layer = 0; layer < 2; layer++) {
			Color colour = Ink.mix(palette.far(), palette.skyBottom(), 0.5 - layer * 0.3);
			for (double x = -20; x < W; x += canvas.between(40, 95)) {
				double height = canvas.between(60, 250 - layer * 90);
				double width = canvas.between(45, 90);
				canvas.box(x, ground - height, width, height + 2, colour);
				for (double y = ground - height + 14; y < ground - 12; y += 20) {
					for (double at = x + 9; at < x + width - 12; at += 17) {
						boolean on = palette.lit() && canvas.chance(0.4);
						canvas.box(at, y, 8, 10,
								on ? Ink.clear(palette.light(), 0.75) : Ink.clear(palette.dark(), 0.1));
					}
				}
			}
		}
	}

	static void houses(Canvas canvas, Palette palette) {
		double street = H * 0.82;
		canvas.sky(palette, H * 0.6);
		canvas.clouds(palette, 6, 200);
		canvas.sun(canvas.between(W * 0.1, W * 0.9), 100, 28, palette);
		skyline(canvas, palette, H * 0.5);
		for (double x = -30; x < W;) {
			double width = canvas.between(125, 190);
			house(canvas, palette, x, street, width, 3 + canvas.upTo(2));
			x += width + 2;
		}
		canvas.fade(new Rectangle2D.Double(0, street, W, H - street), Ink.mix(palette.far(), palette.dark(), 0.45),
				Ink.darker(palette.dark(), 0.1));
		canvas.box(0, street, W, 12, Ink.mix(palette.far(), palette.light(), 0.3));
		canvas.box(0, street + 12, W, 5, Ink.clear(palette.dark(), 0.5));
		double tree = W * canvas.between(0.12, 0.85);
		canvas.tree(tree, street + 14, 480, palette.shown(0x5D8C4A), Ink.darker(palette.dark(), 0.1));
		for (int i = 0; i < 5; i++) {
			canvas.person(canvas.between(60, W - 60), street + canvas.between(24, 70), canvas.between(118, 138),
					palette.shown(canvas.pick(0xC94F4F, 0x3D7EA6, 0xF2E8CF, 0x6A994E, 0xE9B44C)), palette.dark(),
					canvas.chance(0.4));
		}
		bicycle(canvas, palette, W * canvas.between(0.3, 0.7), H * 0.95, 1.15);
	}

	private static void house(Canvas canvas, Palette palette, double x, double street, double width, int floors) {
		Color wall = palette.shown(canvas.pick(WALLS));
		Color shutters = palette.shown(canvas.pick(0x3F6B57, 0x7A4B32, 0x2F5D74, 0x8C3B2E));
		double floor = canvas.between(116, 138);
		double top = street - floors * floor;
		canvas.shade(new Rectangle2D.Double(x, top, width, floors * floor), Ink.lighter(wall, 0.08),
				Ink.darker(wall, 0.18));
		if (canvas.chance(0.55)) {
			canvas.fade(
					Canvas.polygon(x - 8, top + 4, x + 14, top - 48, x + width - 14, top - 48, x + width + 8, top + 4),
					palette.shown(0xB4532F), palette.shown(0x7E3320));
			for (double at = x + 16; at < x + width - 10; at += 12) {
				canvas.line(at, top - 46, at + (at - x - width / 2) * 0.14, top + 2, 1.2,
						Ink.clear(palette.dark(), 0.3));
			}
		}
		else {
			canvas.box(x - 5, top - 14, width + 10, 16, Ink.lighter(wall, 0.2));
			canvas.oval(x + width / 2, top - 14, width * 0.2, 26, Ink.lighter(wall, 0.12));
			canvas.oval(x + width / 2, top - 16, width * 0.08, 11, Ink.darker(wall, 0.3));
		}
		for (int i = 1; i < floors; i++) {
			double y = street - (i + 1) * floor;
			canvas.box(x, y + floor - 5, width, 5, Ink.lighter(wall, 0.3));
			int windows = (width > 155) ? 3 : 2;
			for (int w = 0; w < windows; w++) {
				double gap = width / windows;
				window(canvas, palette, x + gap * (w + 0.5), y + 24, gap * 0.27, floor * 0.6, shutters);
			}
			if (canvas.chance(0.6)) {
				balcony(canvas, palette, x, y + floor, width);
			}
		}
		shop(canvas, palette, x, street, width, floor);
	}

	private static void window(Canvas canvas, Palette palette, double x, double y, double half, double height,
			Color shutters) {
		boolean on = palette.lit() && canvas.chance(0.6);
		canvas.box(x - half * 0.62, y, half * 1.24, height,
				on ? palette.light() : Ink.mix(palette.dark(), palette.skyTop(), 0.3));
		if (on) {
			canvas.glow(x, y + height / 2, half * 3.2, palette.light(), 0.35);
		}
		canvas.line(x, y, x, y + height, 2.5, shutters);
		for (int side = -1; side <= 1; side += 2) {
			double left = (side < 0) ? x - half * 1.3 : x + half * 0.62;
			canvas.box(left, y, half * 0.68, height, shutters);
			for (double at = y + 5; at < y + height - 3; at += 6) {
				canvas.line(left + 3, at, left + half * 0.68 - 3, at, 1.4, Ink.darker(shutters, 0.3));
			}
		}
		canvas.box(x - half * 1.4, y + height, half * 2.8, 5, Ink.lighter(shutters, 0.5));
	}

	private static void balcony(Canvas canvas, Palette palette, double x, double y, double width) {
		Color iron = Ink.mix(palette.dark(), palette.near(), 0.25);
		for (int i = 0; i < 6; i++) {
			double at = x + 16 + canvas.between(0, width - 32);
			Color leaves = palette.shown(canvas.pick(0x5E8C4A, 0x7FA653, 0xC75B6B));
			canvas.oval(at, y - 36, canvas.between(8, 17), canvas.between(8, 15), leaves);
		}
		canvas.box(x + 6, y - 4, width - 12, 7, Ink.lighter(iron, 0.15));
		canvas.line(x + 6, y - 36, x + width - 6, y - 36, 3, iron);
		for (double at = x + 8; at < x + width - 6; at += 9) {
			canvas.line(at, y - 36, at, y - 4, 1.5, iron);
		}
	}

	private static void shop(Canvas canvas, Palette palette, double x, double street, double width, double floor) {
		double top = street - floor + 34;
		canvas.box(x + 10, top, width - 20, street - top, Ink.mix(palette.dark(), palette.accent(), 0.18));
		canvas.fade(new Rectangle2D.Double(x + 10, top, width - 20, street - top),
				Ink.clear(palette.light(), palette.lit() ? 0.85 : 0.3), Ink.clear(palette.light(), 0.05));
		for (int i = 0; i < 9; i++) {
			double size = canvas.between(9, 19);
			canvas.rounded(x + 16 + canvas.between(0, width - 52), street - size * canvas.between(1, 2.6), size, size,
					5, palette.shown(canvas.pick(0xC94F4F, 0xE9B44C, 0x4D7C8A, 0x8AB17D, 0xF1E3D3)));
		}
		Color awning = palette.shown(canvas.pick(0xB23A48, 0x2F6F62, 0xD98324, 0x35587A));
		double stripe = (width + 8) / 10;
		for (int i = 0; i < 10; i++) {
			double left = x - 4 + i * stripe;
			Color colour = (i % 2 == 0) ? awning : palette.shown(0xF5EFE0);
			canvas.fade(Canvas.polygon(left + (5 - i) * 1.4, top - 24, left + stripe + (4 - i) * 1.4, top - 24,
					left + stripe, top + 12, left, top + 12), Ink.darker(colour, 0.12), colour);
			canvas.fill(new Arc2D.Double(left, top + 5, stripe, 14, 180, 180, Arc2D.CHORD), colour);
		}
	}

	private static void bicycle(Canvas canvas, Palette palette, double x, double y, double size) {
		Color frame = palette.shown(0xC8402F);
		for (int side = -1; side <= 1; side += 2) {
			canvas.outline(new Ellipse2D.Double(x + side * 44 * size - 27 * size, y - 54 * size, 54 * size, 54 * size),
					3.4 * size, Ink.darker(palette.dark(), 0.2));
			canvas.outline(new Ellipse2D.Double(x + side * 44 * size - 24 * size, y - 51 * size, 48 * size, 48 * size),
					1 * size, Ink.clear(palette.light(), 0.4));
		}
		double[][] bars = { { -44, -27, -14, -66 }, { -14, -66, 30, -66 }, { 30, -66, 44, -27 }, { -14, -66, -2, -24 },
				{ -2, -24, 30, -66 }, { -2, -24, -44, -27 }, { 30, -66, 26, -82 } };
		for (double[] bar : bars) {
			canvas.line(x + bar[0] * size, y + bar[1] * size, x + bar[2] * size, y + bar[3] * size, 4 * size, frame);
		}
		canvas.line(x + 16 * size, y - 84 * size, x + 36 * size, y - 82 * size, 4 * size, palette.dark());
		canvas.line(x - 26 * size, y - 70 * size, x - 4 * size, y - 70 * size, 6 * size, palette.dark());
	}

	private static void rider(Canvas canvas, Palette palette, double x, double y, double size, Color shirt) {
		canvas.oval(x, y + 2, 80 * size, 7 * size, Ink.clear(palette.dark(), 0.3));
		bicycle(canvas, palette, x, y, size);
		Color skin = palette.shown(0xD9A27C);
		Color trousers = Ink.mix(palette.dark(), palette.skyTop(), 0.25);
		canvas.line(x - 16 * size, y - 76 * size, x + 12 * size, y - 52 * size, 12 * size, trousers);
		canvas.line(x + 12 * size, y - 52 * size, x - 1 * size, y - 22 * size, 10 * size, trousers);
		canvas.line(x - 14 * size, y - 82 * size, x + 2 * size, y - 124 * size, 24 * size, shirt);
		canvas.line(x + 4 * size, y - 122 * size, x + 24 * size, y - 88 * size, 8 * size, Ink.darker(shirt, 0.15));
		canvas.oval(x + 9 * size, y - 146 * size, 11 * size, 13 * size, skin);
		canvas.fill(new Arc2D.Double(x - 6 * size, y - 164 * size, 30 * size, 28 * size, 0, 180, Arc2D.CHORD),
				palette.accent());
	}

	static void rainfall(Canvas canvas, Palette palette, int drops) {
		for (int i = 0; i < drops * 3; i++) {
			double x = canvas.between(-40, W + 40);
			double y = canvas.between(-40, H);
			double length = canvas.between(14, 46);
			canvas.line(x, y, x - length * 0.22, y + length, canvas.between(0.7, 1.8),
					Ink.clear(Ink.lighter(palette.skyBottom(), 0.5), canvas.between(0.15, 0.42)));
		}
	}

	static void rain(Canvas canvas, Palette palette) {
		double horizon = H * 0.52;
		canvas.sky(palette, horizon + 10);
		skyline(canvas, palette, horizon);
		for (int side = -1; side <= 1; side += 2) {
			for (int i = 0; i < 6; i++) {
				wall(canvas, palette, side, i, horizon);
			}
		}
		canvas.fade(new Rectangle2D.Double(0, horizon, W, H - horizon),
				Ink.mix(palette.skyBottom(), palette.dark(), 0.35), Ink.darker(palette.dark(), 0.05));
		for (int i = 0; i < 260; i++) {
			double depth = canvas.between(0, 1);
			double x = canvas.between(0, W);
			double y = horizon + depth * (H - horizon);
			double length = canvas.between(20, 110) * (0.3 + depth);
			Color colour = canvas.pick(palette.light(), palette.accent(), palette.skyBottom());
			canvas.line(x, y, x, y + length, 3 + depth * 9, Ink.clear(colour, 0.055));
			canvas.line(x - length * 0.5, y, x + length * 0.5, y, 1 + depth, Ink.clear(palette.skyBottom(), 0.12));
		}
		for (int i = 0; i < 60; i++) {
			double depth = canvas.between(0.1, 1);
			double size = 6 + depth * 26;
			canvas.outline(
					new Ellipse2D.Double(canvas.between(0, W), horizon + depth * (H - horizon), size * 2, size * 0.55),
					1.2, Ink.clear(Ink.lighter(palette.skyBottom(), 0.5), 0.35));
		}
		for (int side = -1; side <= 1; side += 2) {
			for (int i = 0; i < 3; i++) {
				double scale = 0.35 + i * 0.42;
				double x = W / 2 + side * (170 + i * i * 95 + i * 40);
				double y = horizon + 20 + i * 85;
				canvas.line(x, y, x, y - 330 * scale, 6 * scale, Ink.darker(palette.dark(), 0.3));
				canvas.line(x, y - 330 * scale, x - side * 50 * scale, y - 340 * scale, 5 * scale,
						Ink.darker(palette.dark(), 0.3));
				canvas.glow(x - side * 52 * scale, y - 332 * scale, 150 * scale, palette.light(), 0.85);
				canvas.oval(x - side * 52 * scale, y - 334 * scale, 13 * scale, 8 * scale,
						Ink.lighter(palette.light(), 0.6));
				canvas.fade(new Rectangle2D.Double(x - side * 52 * scale - 9 * scale, y, 18 * scale, 150 * scale),
						Ink.clear(palette.light(), 0.35), Ink.clear(palette.light(), 0));
			}
		}
		Integer[] colours = { 0xD6453D, 0x2F7EB0, 0xF2B134, 0x4F9D69, 0x8D5A97, 0xE97B4C, 0x3AA6A0 };
		for (int i = 0; i < 7; i++) {
			double depth = 0.12 + i * 0.12;
			double height = 70 + depth * 230;
			double x = W * ((0.22 + i * 0.29 + canvas.between(-0.05, 0.05)) % 0.9 + 0.05);
			double y = horizon + 30 + depth * (H - horizon) * 0.8;
			canvas.oval(x, y + 3, height * 0.22, height * 0.03, Ink.clear(palette.dark(), 0.5));
			canvas.person(x, y, height, Ink.mix(palette.near(), palette.dark(), 0.3), Ink.darker(palette.dark(), 0.25),
					false);
			umbrella(canvas, x + height * 0.05, y - height * 0.83, height * 0.42, new Color(colours[i]));
		}
		rainfall(canvas, palette, 260);
	}

	private static void wall(Canvas canvas, Palette palette, int side, int i, double horizon) {
		double near = W / 2 + side * (60 + Math.pow(i + 1, 1.75) * 34);
		double far = W / 2 + side * (60 + Math.pow(i, 1.75) * 34);
		double nearTop = horizon - 100 - (i + 1) * 64 - canvas.between(0, 50);
		double farTop = nearTop + 52;
		double nearFoot = horizon + 12 + (i + 1) * 16;
		double farFoot = horizon + 12 + i * 16;
		Color colour = Ink.mix(palette.shown(canvas.pick(WALLS)), palette.dark(), 0.42);
		canvas.fade(Canvas.polygon(near, nearTop, far, farTop, far, farFoot, near, nearFoot), colour,
				Ink.darker(colour, 0.35));
		for (int row = 0; row < 3 + i / 2; row++) {
			for (int column = 0; column < 2; column++) {
				double at = 0.2 + column * 0.42;
				double share = (row + 0.5) / (4.5 + i / 2);
				double x = far + (near - far) * at;
				double x2 = far + (near - far) * (at + 0.24);
				double y = farTop + (nearTop - farTop) * at;
				double foot = farFoot + (nearFoot - farFoot) * at;
				double top = y + (foot - y) * share;
				double height = (foot - y) / (4.5 + i / 2) * 0.6;
				boolean on = canvas.chance(0.62);
				canvas.fill(Canvas.polygon(x, top, x2, top - 2, x2, top + height, x, top + height),
						on ? Ink.clear(palette.light(), 0.9) : Ink.darker(colour, 0.45));
			}
		}
	}

	private static void umbrella(Canvas canvas, double x, double y, double half, Color colour) {
		canvas.line(x, y - half * 0.5, x, y + half * 0.75, half * 0.05, Ink.darker(colour, 0.6));
		Path2D dome = new Path2D.Double();
		dome.moveTo(x - half, y);
		dome.curveTo(x - half * 0.85, y - half * 0.85, x + half * 0.85, y - half * 0.85, x + half, y);
		for (int i = 0; i < 4; i++) {
			double from = x + half - i * half * 0.5;
			dome.quadTo(from - half * 0.25, y - half * 0.16, from - half * 0.5, y);
		}
		dome.closePath();
		canvas.shade(dome, Ink.lighter(colour, 0.2), Ink.darker(colour, 0.3));
		for (double rib = -0.5; rib <= 0.5; rib += 0.5) {
			canvas.outline(
					new QuadCurve2D.Double(x, y - half * 0.64, x + rib * half * 1.1, y - half * 0.5, x + rib * half, y),
					half * 0.02, Ink.darker(colour, 0.4));
		}
	}

	static void market(Canvas canvas, Palette palette) {
		double ground = H * 0.62;
		canvas.sky(palette, ground);
		canvas.sun(W * canvas.between(0.7, 0.85), 90, 22, palette);
		skyline(canvas, palette, ground - 40);
		canvas.fade(new Rectangle2D.Double(0, ground, W, H - ground), Ink.mix(palette.near(), palette.accent(), 0.3),
				Ink.darker(palette.dark(), 0.1));
		canvas.glow(W / 2, ground, W * 0.55, palette.light(), 0.45);
		for (int row = 0; row < 2; row++) {
			double foot = ground + 20 + row * 130;
			double width = 150 + row * 70;
			for (double x = -60 + row * 40 + canvas.between(0, 60); x < W; x += width * 1.28) {
				stall(canvas, palette, x, foot, width);
			}
			for (int i = 0; i < 13 - row * 4; i++) {
				double height = 95 + row * 65 + canvas.between(-8, 8);
				canvas.person(canvas.between(-10, W + 10), foot + 36 + row * 26, height,
						Ink.mix(palette.dark(),
								new Color(canvas.pick(0xC94F4F, 0x3D7EA6, 0xE9B44C, 0x6A994E, 0xB8A1C9)), 0.5),
						palette.dark(), canvas.chance(0.25));
			}
		}
		for (int string = 0; string < 4; string++) {
			lanterns(canvas, palette, 40 + string * 62 + canvas.between(-15, 15), 22 + string * 9);
		}
	}

	private static void stall(Canvas canvas, Palette palette, double x, double foot, double width) {
		double height = width * 0.95;
		canvas.fade(new Rectangle2D.Double(x + 8, foot - height, width - 16, height), palette.light(),
				Ink.mix(palette.accent(), palette.dark(), 0.45));
		canvas.glow(x + width / 2, foot - height * 0.65, width * 0.95, palette.light(), 0.8);
		canvas.line(x + 6, foot, x + 6, foot - height, 5, palette.dark());
		canvas.line(x + width - 6, foot, x + width - 6, foot - height, 5, palette.dark());
		Color cloth = canvas.pick(new Color(0xC0392B), new Color(0x1F7A6B), new Color(0xD9822B), new Color(0x6C4A9E));
		for (int i = 0; i < 8; i++) {
			double step = (width + 24) / 8;
			double left = x - 12 + i * step;
			Color colour = Ink.mix((i % 2 == 0) ? cloth : new Color(0xF6E7CB), palette.dark(), 0.12);
			canvas.fade(Canvas.polygon(left + 6, foot - height - width * 0.2, left + step + 4,
					foot - height - width * 0.2, left + step, foot - height + 6, left, foot - height + 6),
					Ink.darker(colour, 0.25), colour);
			canvas.fill(new Arc2D.Double(left, foot - height - 2, step, 18, 180, 180, Arc2D.CHORD), colour);
		}
		canvas.box(x, foot - height * 0.36, width, height * 0.36, Ink.mix(palette.dark(), palette.accent(), 0.3));
		canvas.box(x - 4, foot - height * 0.39, width + 8, 7, Ink.mix(palette.light(), palette.accent(), 0.5));
		for (int i = 0; i < 16; i++) {
			double size = canvas.between(5, 11);
			canvas.oval(x + 10 + canvas.between(0, width - 20), foot - height * 0.4 - size * canvas.between(0.3, 1.1),
					size, size, new Color(canvas.pick(0xF2A541, 0xD6453D, 0x8CB369, 0xF4E285, 0xE07A9A)));
		}
	}

	private static void lanterns(Canvas canvas, Palette palette, double y, double size) {
		double sag = canvas.between(50, 100);
		QuadCurve2D.Double rope = new QuadCurve2D.Double(-20, y, W * canvas.between(0.4, 0.6), y + sag * 2, W + 20,
				y + canvas.between(-20, 20));
		canvas.outline(rope, 1.6, Ink.clear(palette.dark(), 0.9));
		int count = (int) (W / (size * 4.4));
		for (int i = 0; i < count; i++) {
			double t = (i + 0.5) / count;
			double x = (1 - t) * (1 - t) * rope.x1 + 2 * t * (1 - t) * rope.ctrlx + t * t * rope.x2;
			double at = (1 - t) * (1 - t) * rope.y1 + 2 * t * (1 - t) * rope.ctrly + t * t * rope.y2;
			Color colour = new Color(canvas.pick(0xE63946, 0xF4A236, 0xF7D046, 0x3FA7A0, 0xD9577B, 0x6FA8DC));
			double wide = size * canvas.between(0.85, 1.1);
			canvas.glow(x, at + size * 1.4, size * 3.2, colour, 0.55);
			canvas.line(x, at, x, at + size * 0.5, 1.4, palette.dark());
			canvas.oval(x, at + size * 1.4, wide, size * 1.05, colour);
			canvas.oval(x, at + size * 1.4, wide * 0.66, size * 1.05, Ink.lighter(colour, 0.22));
			canvas.oval(x, at + size * 1.4, wide * 0.3, size * 1.05, Ink.lighter(colour, 0.5));
			canvas.box(x - size * 0.32, at + size * 0.34, size * 0.64, size * 0.16, palette.dark());
			canvas.box(x - size * 0.32, at + size * 2.32, size * 0.64, size * 0.16, palette.dark());
			canvas.line(x, at + size * 2.5, x, at + size * 3.2, size * 0.1, colour);
		}
	}

	static void bikeLane(Canvas canvas, Palette palette) {
		double horizon = H * 0.45;
		canvas.sky(palette, horizon + 10);
		canvas.clouds(palette, 8, 230);
		canvas.sun(canvas.between(W * 0.3, W * 0.7), 130, 30, palette);
		skyline(canvas, palette, horizon + 4);
		canvas.fade(new Rectangle2D.Double(0, horizon, W, H - horizon),
				Ink.mix(palette.ground(), palette.skyBottom(), 0.25), palette.ground());
		double x = W * 0.5;
		Color asphalt = Ink.mix(palette.far(), palette.dark(), 0.45);
		canvas.fade(Canvas.polygon(x - 18, horizon, x + 70, horizon, W * 1.3, H, W * 0.42, H),
				Ink.lighter(asphalt, 0.2), asphalt);
		canvas.fade(Canvas.polygon(x - 62, horizon, x - 18, horizon, W * 0.42, H, -W * 0.06, H),
				palette.shown(0x9CC5A1), palette.shown(0x4F9A6A));
		canvas.fill(Canvas.polygon(x - 19, horizon, x - 17, horizon, W * 0.44, H, W * 0.415, H),
				Ink.clear(Color.WHITE, 0.8));
		for (int i = 0; i < 9; i++) {
			double from = Math.pow(i / 9.0, 2);
			double to = Math.pow((i + 0.5) / 9.0, 2);
			double middle = x + 26;
			double end = W * 0.86;
			canvas.fill(Canvas.polygon(middle + (end - middle) * from, horizon + (H - horizon) * from,
					middle + 2 + (end + 16 - middle) * from, horizon + (H - horizon) * from,
					middle + 2 + (end + 16 - middle) * to, horizon + (H - horizon) * to, middle + (end - middle) * to,
					horizon + (H - horizon) * to), Ink.clear(Color.WHITE, 0.7));
		}
		for (int i = 0; i < 8; i++) {
			double depth = Math.pow((i + 0.4) / 7.6, 1.9);
			double y = horizon + depth * (H - horizon) * 0.72;
			double height = 70 + depth * 620;
			Color leaves = Ink.mix(palette.near(), palette.ground(), canvas.between(0.1, 0.7));
			canvas.tree(x - 84 - depth * W * 0.5, y + 6, height, leaves, palette.dark());
			canvas.tree(x + 100 + depth * W * 0.68, y + 6, height * 0.92, leaves, palette.dark());
		}
		double[] places = { 0.18, 0.42, 0.8 };
		for (double depth : places) {
			double y = horizon + 20 + depth * (H - horizon) * 0.84;
			double share = (y - horizon) / (H - horizon);
			double lane = (x - 40) * (1 - share) + W * 0.18 * share;
			rider(canvas, palette, lane + canvas.between(-14, 14) * share, y, 0.28 + depth * 1.3,
					palette.shown(canvas.pick(0xE4572E, 0x2E86AB, 0xF6C445, 0xF2EFE6)));
		}
	}

	static void bus(Canvas canvas, Palette palette) {
		double road = H * 0.7;
		canvas.sky(palette, road);
		canvas.clouds(palette, 8, 220);
		canvas.sun(canvas.between(W * 0.15, W * 0.85), 120, 30, palette);
		skyline(canvas, palette, road - 70);
		for (double x = 0; x < W + 60; x += canvas.between(90, 150)) {
			canvas.tree(x, road - 20, canvas.between(190, 280),
					Ink.mix(palette.near(), palette.ground(), canvas.between(0.2, 0.8)), palette.dark());
		}
		canvas.fade(new Rectangle2D.Double(0, road - 74, W, 42), Ink.mix(palette.near(), palette.ground(), 0.6),
				palette.near());
		canvas.box(0, road - 34, W, 36, Ink.mix(palette.far(), palette.light(), 0.4));
		canvas.fade(new Rectangle2D.Double(0, road, W, H - road), Ink.mix(palette.far(), palette.dark(), 0.5),
				palette.dark());
		for (double x = -20; x < W; x += 170) {
			canvas.fill(Canvas.polygon(x, H * 0.92, x + 90, H * 0.92, x + 82, H * 0.935, x - 10, H * 0.935),
					Ink.clear(Color.WHITE, 0.65));
		}
		double left = canvas.between(230, 330);
		busBody(canvas, palette, left, road + 72);
		double stop = left + 720;
		canvas.line(stop, road + 14, stop, road - 250, 9, palette.dark());
		canvas.line(stop + 190, road + 14, stop + 190, road - 250, 9, palette.dark());
		canvas.fade(Canvas.polygon(stop - 30, road - 244, stop - 12, road - 276, stop + 226, road - 276, stop + 214,
				road - 244), palette.accent(), Ink.darker(palette.accent(), 0.3));
		canvas.box(stop + 20, road - 60, 150, 10, palette.shown(0x9B6B43));
		canvas.box(stop + 8, road - 226, 176, 120, Ink.clear(palette.skyBottom(), 0.4));
		for (int i = 0; i < 4; i++) {
			canvas.person(stop - 20 + i * 58 + canvas.between(-8, 8), road + 10 + canvas.between(-4, 6),
					canvas.between(125, 160),
					palette.shown(canvas.pick(0xC94F4F, 0x3D7EA6, 0xF2E8CF, 0xE9B44C, 0x8D6A9F)), palette.dark(),
					i == 2);
		}
		if (palette == Palette.RAIN) {
			rainfall(canvas, palette, 220);
		}
	}

	private static void busBody(Canvas canvas, Palette palette, double x, double foot) {
		Color green = palette.shown(0x2FA36B);
		canvas.oval(x + 330, foot + 4, 350, 14, Ink.clear(Color.BLACK, 0.4));
		canvas.rounded(x, foot - 252, 660, 226, 44, Ink.darker(green, 0.35));
		canvas.fade(new java.awt.geom.RoundRectangle2D.Double(x, foot - 256, 660, 226, 44, 44),
				Ink.lighter(green, 0.25), green);
		canvas.box(x, foot - 104, 660, 26, palette.shown(0xF6F3E7));
		canvas.rounded(x + 40, foot - 270, 220, 22, 14, Ink.lighter(green, 0.35));
		for (int i = 0; i < 5; i++) {
			double at = x + 26 + i * 104;
			glass(canvas, palette, at, foot - 228, 92, 96);
			canvas.within(new Rectangle2D.Double(at, foot - 228, 92, 96), () -> {
				if (canvas.chance(0.75)) {
					canvas.person(at + canvas.between(25, 66), foot - 62, 150,
							palette.shown(canvas.pick(0xC94F4F, 0xE9B44C, 0x3D7EA6, 0xF2E8CF)), palette.dark(), false);
				}
			});
		}
		glass(canvas, palette, x + 556, foot - 228, 92, 116);
		canvas.rounded(x + 452, foot - 226, 84, 190, 10, Ink.clear(palette.dark(), 0.35));
		glass(canvas, palette, x + 458, foot - 220, 34, 178);
		glass(canvas, palette, x + 496, foot - 220, 34, 178);
		canvas.oval(x + 648, foot - 66, 9, 13, Ink.lighter(palette.light(), 0.4));
		if (palette.lit()) {
			canvas.glow(x + 670, foot - 62, 150, palette.light(), 0.6);
		}
		for (double wheel : new double[] { 130, 540 - 150 }) {
			canvas.oval(x + wheel, foot - 30, 46, 46, Ink.darker(green, 0.55));
			canvas.oval(x + wheel, foot - 26, 38, 38, new Color(0x1B1D22));
			canvas.oval(x + wheel, foot - 26, 19, 19, new Color(0xB8BDC4));
			canvas.oval(x + wheel, foot - 26, 8, 8, new Color(0x5C626B));
		}
	}

	private static void glass(Canvas canvas, Palette palette, double x, double y, double width, double height) {
		Color pane = palette.lit() ? Ink.mix(palette.light(), palette.skyTop(), 0.2)
				: Ink.mix(palette.skyTop(), palette.skyBottom(), 0.35);
		canvas.fade(new java.awt.geom.RoundRectangle2D.Double(x, y, width, height, 12, 12), Ink.lighter(pane, 0.25),
				Ink.darker(pane, 0.15));
		canvas.within(new Rectangle2D.Double(x, y, width, height),
				() -> canvas.fill(Canvas.polygon(x + width * 0.1, y + height, x + width * 0.55, y, x + width * 0.8, y,
						x + width * 0.35, y + height), Ink.clear(Color.WHITE, 0.16)));
	}

	static void pitch(Canvas canvas, Palette palette) {
		double horizon = H * 0.4;
		canvas.sky(palette, horizon + 10);
		canvas.clouds(palette, 8, 200);
		canvas.sun(canvas.between(W * 0.2, W * 0.8), 120, 30, palette);
		skyline(canvas, palette, horizon - 10);
		for (double x = -20; x < W + 30; x += canvas.between(34, 70)) {
			canvas.tree(x, horizon + 12, canvas.between(90, 160),
					Ink.mix(palette.near(), palette.ground(), canvas.between(0, 0.6)), palette.dark());
		}
		Color grass = palette.shown(0x6FAE4E);
		canvas.fade(new Rectangle2D.Double(0, horizon, W, H - horizon), Ink.lighter(grass, 0.15),
				Ink.darker(grass, 0.2));
		for (int i = -7; i < 8; i += 2) {
			canvas.fill(Canvas.polygon(W / 2 + i * 90, horizon, W / 2 + (i + 1) * 90, horizon, W / 2 + (i + 1) * 250, H,
					W / 2 + i * 250, H), Ink.clear(Color.WHITE, 0.08));
		}
		Color chalk = Ink.clear(Color.WHITE, 0.8);
		canvas.line(0, horizon + 34, W, horizon + 34, 2.5, chalk);
		canvas.outline(Canvas.polygon(W * 0.3, horizon + 34, W * 0.7, horizon + 34, W * 0.82, horizon + 150, W * 0.18,
				horizon + 150), 3, chalk);
		canvas.outline(new Ellipse2D.Double(W * 0.25, H * 0.82, W * 0.5, H * 0.3), 4.5, chalk);
		goal(canvas, horizon + 34);
		Integer[] shirts = { 0xE4572E, 0x2E6FB0 };
		for (int i = 0; i < 8; i++) {
			double depth = 0.08 + i * 0.105;
			double height = 78 + depth * 170;
			double x = W * ((0.15 + i * 0.31 + canvas.between(-0.06, 0.06)) % 0.86 + 0.07);
			double y = horizon + 44 + depth * (H - horizon) * 0.86;
			canvas.fill(Canvas.polygon(x - 8, y, x + 8, y, x + height * 0.75, y + height * 0.16, x + height * 0.6,
					y + height * 0.19), Ink.clear(palette.dark(), 0.22));
			player(canvas, palette, x, y, height, palette.shown(shirts[i % 2]), canvas.chance(0.5));
		}
		double ball = W * canvas.between(0.4, 0.6);
		canvas.oval(ball + 8, H * 0.79 + 16, 20, 5, Ink.clear(Color.BLACK, 0.3));
		canvas.oval(ball, H * 0.79, 16, 16, Color.WHITE);
		canvas.oval(ball - 3, H * 0.79 - 3, 5, 5, palette.dark());
		canvas.oval(ball + 9, H * 0.79 + 5, 4, 4, palette.dark());
	}

	private static void goal(Canvas canvas, double foot) {
		double left = W * 0.4;
		double right = W * 0.6;
		for (double x = left; x <= right; x += 11) {
			canvas.line(x, foot - 96, x + (x - W / 2) * 0.06, foot - 8, 0.8, Ink.clear(Color.WHITE, 0.5));
		}
		for (double y = foot - 92; y < foot - 6; y += 11) {
			canvas.line(left, y, right, y, 0.8, Ink.clear(Color.WHITE, 0.5));
		}
		canvas.line(left, foot, left, foot - 98, 5, Color.WHITE);
		canvas.line(right, foot, right, foot - 98, 5, Color.WHITE);
		canvas.line(left, foot - 98, right, foot - 98, 5, Color.WHITE);
	}

	private static void player(Canvas canvas, Palette palette, double x, double y, double height, Color shirt,
			boolean left) {
		double u = height / 8 * (left ? -1 : 1);
		double v = height / 8;
		Color skin = palette.shown(0xD9A27C);
		canvas.line(x - u * 0.3, y - v * 3.4, x - u * 1.3, y - v * 1.7, v * 0.7, skin);
		canvas.line(x - u * 1.3, y - v * 1.7, x - u * 2, y - v * 0.6, v * 0.6, Ink.darker(shirt, 0.25));
		canvas.line(x + u * 0.3, y - v * 3.4, x + u * 0.7, y - v * 1.7, v * 0.7, skin);
		canvas.line(x + u * 0.7, y - v * 1.7, x + u * 0.45, y, v * 0.6, Ink.darker(shirt, 0.25));
		canvas.rounded(x - v * 0.95, y - v * 4.3, v * 1.9, v * 1.5, v * 0.6, Ink.lighter(palette.dark(), 0.12));
		canvas.line(x - u * 0.7, y - v * 6, x - u * 1.8, y - v * 4.9, v * 0.55, skin);
		canvas.line(x + u * 0.7, y - v * 6, x + u * 1.7, y - v * 5.3, v * 0.55, skin);
		canvas.rounded(x - v * 0.95, y - v * 6.5, v * 1.9, v * 2.7, v * 0.8, shirt);
		canvas.box(x - v * 0.3, y - v * 5.8, v * 0.6, v * 0.9, Ink.clear(Color.WHITE, 0.75));
		canvas.oval(x + u * 0.1, y - v * 7.25, v * 0.66, v * 0.76, skin);
		canvas.fill(new Arc2D.Double(x + u * 0.1 - v * 0.7, y - v * 8.08, v * 1.4, v * 1.4, 0, 180, Arc2D.CHORD),
				Ink.darker(palette.dark(), 0.3));
	}

}
