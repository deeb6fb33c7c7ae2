package vn.bantin.local.content.drawing;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Scenes of fields and water. */
final class Landscapes {

	private static final double W = Canvas.WIDTH;

	private static final double H = Canvas.HEIGHT;

	private Landscapes() {
	}

	private static void mountains(Canvas canvas, Palette palette, double base, int count) {
		for (int i = 0; i < count; i++) {
			double depth = (i + 1.0) / count;
			Color top = Ink.mix(palette.far(), palette.near(), depth * depth);
			canvas.fade(canvas.ridge(base - 150 * (1 - depth), 95 - 40 * depth, 0.9 + depth * 0.9), top,
					Ink.mix(top, palette.skyBottom(), 0.55));
		}
	}

	private static void mist(Canvas canvas, Palette palette, double y, int count) {
		for (int i = 0; i < count; i++) {
			canvas.cloud(canvas.between(0, W), y + canvas.between(-25, 25), canvas.between(110, 220),
					Ink.lighter(palette.skyBottom(), 0.45));
		}
	}

	static void terraces(Canvas canvas, Palette palette) {
		canvas.sky(palette, H * 0.6);
		canvas.clouds(palette, 5, 200);
		canvas.sun(canvas.between(W * 0.2, W * 0.8), canvas.between(170, 240), 34, palette);
		mountains(canvas, palette, H * 0.44, 4);
		mist(canvas, palette, H * 0.45, 9);
		double y = H * 0.47;
		double step = 15;
		double phase = canvas.between(0, 6.28);
		double tilt = canvas.between(-60, 60);
		for (int i = 0; y < H + 90; i++) {
			double depth = Math.min(1, (y - H * 0.47) / (H * 0.5));
			Color rice = Ink.mix(Ink.mix(palette.ground(), palette.skyBottom(), 0.35 * (1 - depth)),
					(i % 3 == 1) ? palette.light() : palette.near(), (i % 3 == 1) ? 0.32 : 0.12 + 0.1 * (i % 2));
			Path2D band = band(y, step * 1.5, phase + i * 0.16, tilt * (1 - depth * 0.4));
			canvas.fade(band, Ink.lighter(rice, 0.12), Ink.darker(rice, 0.35));
			canvas.outline(band, 1 + depth * 2.2, Ink.clear(Ink.lighter(palette.light(), 0.3), 0.4));
			canvas.outline(band(y + 2 + depth * 5, step * 1.5, phase + i * 0.16, tilt * (1 - depth * 0.4)),
					1 + depth * 3, Ink.clear(palette.dark(), 0.2));
			y += step;
			step *= 1.16;
		}
		for (int i = 0; i < 3; i++) {
			double x = canvas.between(120, W - 120);
			double at = canvas.between(H * 0.56, H * 0.68);
			hut(canvas, palette, x, at, canvas.between(26, 40));
			canvas.tree(x + 52, at + 4, canvas.between(60, 90), Ink.darker(palette.near(), 0.1), palette.dark());
		}
		canvas.person(W * 0.3 + canvas.between(-100, 100), H * 0.84, 70, palette.accent(), palette.dark(), true);
		canvas.person(W * 0.3 + canvas.between(130, 260), H * 0.87, 74, palette.skyTop(), palette.dark(), true);
	}

	private static Path2D band(double y, double height, double phase, double tilt) {
		Path2D band = new Path2D.Double();
		band.moveTo(-20, y + height * 3 + 60);
		for (double x = -20; x <= W + 20; x += 8) {
			double along = x / W;
			band.lineTo(x, y + tilt * (along - 0.5) + Math.sin(along * 7 + phase) * (9 + height * 0.28)
					+ Math.sin(along * 15 - phase * 1.7) * (3 + height * 0.1));
		}
		band.lineTo(W + 20, y + height * 3 + 60);
		band.closePath();
		return band;
	}

	private static void hut(Canvas canvas, Palette palette, double x, double y, double size) {
		canvas.box(x - size * 0.75, y - size * 0.55, size * 1.5, size * 0.6, Ink.darker(palette.accent(), 0.45));
		canvas.box(x - size * 0.15, y - size * 0.38, size * 0.3, size * 0.43,
				Ink.mix(palette.light(), palette.dark(), 0.25));
		canvas.fade(
				Canvas.polygon(x - size, y - size * 0.5, x - size * 0.45, y - size * 1.2, x + size * 0.45,
						y - size * 1.2, x + size, y - size * 0.5),
				Ink.mix(palette.accent(), palette.light(), 0.35), Ink.darker(palette.accent(), 0.4));
	}

	static void river(Canvas canvas, Palette palette) {
		double shore = H * 0.46;
		canvas.sky(palette, shore + 20);
		canvas.clouds(palette, 6, 220);
		double sunX = canvas.between(W * 0.3, W * 0.7);
		canvas.sun(sunX, shore - canvas.between(90, 170), 38, palette);
		mountains(canvas, palette, shore - 20, 4);
		for (double x = -20; x < W + 20; x += canvas.between(16, 40)) {
			double size = canvas.between(22, 58);
			canvas.oval(x, shore - size * 0.35, size * 0.7, size * 0.6,
					Ink.mix(palette.near(), palette.dark(), canvas.between(0, 0.45)));
		}
		water(canvas, palette, shore, sunX);
		int boats = 3 + canvas.upTo(2);
		for (int i = 0; i < boats; i++) {
			double y = H * (0.57 + 0.33 * i / boats) + canvas.between(-10, 10);
			double size = 0.55 + (y - shore) / (H - shore) * 1.5;
			double x = W * ((i * 0.37 + 0.18) % 0.86) + canvas.between(-60, 90);
			boat(canvas, palette, x, y, size, canvas.chance(0.5));
		}
		reeds(canvas, palette);
	}

	private static void water(Canvas canvas, Palette palette, double shore, double sunX) {
		canvas.fade(new Rectangle2D.Double(0, shore, W, H - shore), Ink.mix(palette.skyBottom(), palette.near(), 0.25),
				Ink.mix(palette.skyTop(), palette.dark(), 0.35));
		for (int i = 0; i < 420; i++) {
			double depth = canvas.between(0, 1);
			double y = shore + 4 + depth * depth * (H - shore);
			double nearSun = Math.exp(-Math.pow((canvas.between(0, W) - sunX) / 150, 2));
			double x = (i % 3 == 0) ? sunX + canvas.between(-1, 1) * (40 + depth * 150) : canvas.between(0, W);
			double length = 8 + depth * canvas.between(20, 90);
			Color colour = (i % 3 == 0) ? Ink.clear(palette.light(), 0.35 + nearSun * 0.2)
					: Ink.clear((i % 3 == 1) ? palette.skyBottom() : palette.dark(), 0.13);
			canvas.line(x - length / 2, y, x + length / 2, y, 1 + depth * 2, colour);
		}
	}

	private static void boat(Canvas canvas, Palette palette, double x, double y, double size, boolean mirrored) {
		canvas.oval(x, y + 12 * size, 92 * size, 8 * size, Ink.clear(palette.dark(), 0.35));
		Path2D hull = new Path2D.Double();
		hull.moveTo(x - 95 * size, y - 12 * size);
		hull.quadTo(x, y + 6 * size, x + 95 * size, y - 14 * size);
		hull.quadTo(x + 60 * size, y + 16 * size, x, y + 16 * size);
		hull.quadTo(x - 60 * size, y + 16 * size, x - 95 * size, y - 12 * size);
		double side = mirrored ? -1 : 1;
		canvas.person(x - side * 48 * size, y + 4 * size, 66 * size, palette.shown(0xB5473C), palette.dark(), true);
		canvas.line(x - side * 40 * size, y - 34 * size, x - side * 100 * size, y + 24 * size, 3 * size,
				Ink.mix(palette.dark(), palette.accent(), 0.3));
		Arc2D roof = new Arc2D.Double(x - 18 * size, y - 36 * size, 76 * size * 1, 72 * size, 0, 180, Arc2D.CHORD);
		if (mirrored) {
			roof.setFrame(x - 58 * size, y - 36 * size, 76 * size, 72 * size);
		}
		canvas.shade(roof, palette.shown(0xD6B277), palette.shown(0x7B5A35));
		canvas.outline(roof, 1.2 * size, Ink.clear(palette.dark(), 0.5));
		if (palette.lit()) {
			canvas.glow(x, y - 14 * size, 90 * size, palette.light(), 0.75);
		}
		canvas.fade(hull, Ink.mix(palette.dark(), palette.accent(), 0.35), Ink.darker(palette.dark(), 0.2));
	}

	private static void reeds(Canvas canvas, Palette palette) {
		for (int i = 0; i < 70; i++) {
			double x = (i % 2 == 0) ? canvas.between(-20, 190) : canvas.between(W - 150, W + 20);
			double height = canvas.between(60, 210);
			double lean = canvas.between(-35, 35);
			Path2D blade = new Path2D.Double();
			blade.moveTo(x - 4, H + 5);
			blade.quadTo(x, H - height * 0.5, x + lean, H - height);
			blade.quadTo(x + 5, H - height * 0.5, x + 5, H + 5);
			canvas.fill(blade, Ink.mix(palette.dark(), palette.near(), canvas.between(0, 0.6)));
		}
	}

	static void lotus(Canvas canvas, Palette palette) {
		double shore = H * 0.27;
		canvas.sky(palette, shore + 20);
		canvas.sun(canvas.between(W * 0.2, W * 0.8), 90, 26, palette);
		for (double x = -30; x < W + 30; x += canvas.between(30, 60)) {
			canvas.tree(x, shore + 8, canvas.between(90, 170),
					Ink.mix(palette.near(), palette.far(), canvas.between(0.1, 0.6)), palette.dark());
		}
		mist(canvas, palette, shore - 6, 8);
		canvas.fade(new Rectangle2D.Double(0, shore, W, H - shore), Ink.mix(palette.skyBottom(), palette.near(), 0.3),
				Ink.mix(palette.near(), palette.dark(), 0.6));
		int flowers = 0;
		for (int i = 0; i < 150; i++) {
			double depth = i / 149.0;
			double y = shore + 14 + Math.pow(depth, 1.35) * (H - shore);
			double size = 14 + depth * 98;
			double x = canvas.between(-60, W + 60);
			leaf(canvas, palette, x, y, size * canvas.between(0.75, 1.15));
			if (i > 30 && canvas.chance(0.2)) {
				flower(canvas, palette, x + canvas.between(-20, 20), y, size * 0.62, canvas.chance(0.7));
				flowers++;
			}
		}
		if (flowers < 12 || canvas.chance(0.7)) {
			flower(canvas, palette, W * canvas.between(0.3, 0.7), H * 0.8, 92, true);
		}
		if (palette == Palette.RAIN) {
			Streets.rainfall(canvas, palette, 260);
		}
	}

	private static void leaf(Canvas canvas, Palette palette, double x, double y, double size) {
		Color green = Ink.mix(palette.shown(0x4E9A5B), palette.near(), canvas.between(0, 0.45));
		canvas.oval(x + size * 0.05, y + size * 0.12, size, size * 0.42, Ink.clear(palette.dark(), 0.28));
		Arc2D pad = new Arc2D.Double(x - size, y - size * 0.42, size * 2, size * 0.84, canvas.between(0, 360), 338,
				Arc2D.PIE);
		canvas.fade(pad, Ink.lighter(green, 0.22), Ink.darker(green, 0.22));
		for (int i = 0; i < 9; i++) {
			double angle = i * 0.698;
			canvas.line(x, y, x + Math.cos(angle) * size * 0.86, y + Math.sin(angle) * size * 0.36,
					Math.max(0.6, size * 0.014), Ink.clear(Ink.lighter(green, 0.5), 0.4));
		}
	}

	private static void flower(Canvas canvas, Palette palette, double x, double y, double size, boolean open) {
		Color pink = palette.shown(canvas.chance(0.75) ? 0xF08CAB : 0xFBEFF2);
		double top = y - size * 1.9;
		canvas.line(x + size * 0.1, y, x, top, Math.max(1.5, size * 0.07), palette.shown(0x47703F));
		double[][] petals = open ? new double[][] { { -1.25, 1.0 }, { 1.25, 1.0 }, { -0.85, 1.12 }, { 0.85, 1.12 },
				{ -0.45, 1.18 }, { 0.45, 1.18 }, { 0, 1.1 } }
				: new double[][] { { -0.22, 1 }, { 0.22, 1 }, { 0, 1.1 } };
		for (double[] petal : petals) {
			canvas.placed(x, top + size * 0.25, size * petal[1], petal[0], () -> {
				Path2D shape = new Path2D.Double();
				shape.moveTo(0, 0);
				shape.curveTo(-0.36, -0.3, -0.3, -0.75, 0, -1);
				shape.curveTo(0.3, -0.75, 0.36, -0.3, 0, 0);
				canvas.fade(shape, Ink.mix(pink, palette.shown(0xD6336C), 0.35), Ink.lighter(pink, 0.5));
				canvas.outline(shape, 0.014, Ink.clear(Ink.darker(pink, 0.35), 0.5));
			});
		}
		if (open) {
			canvas.oval(x, top + size * 0.2, size * 0.2, size * 0.12, palette.shown(0xE8C547));
		}
	}

	static void harvest(Canvas canvas, Palette palette) {
		double shore = H * 0.4;
		canvas.sky(palette, shore + 30);
		canvas.clouds(palette, 7, 230);
		canvas.sun(canvas.between(W * 0.15, W * 0.85), canvas.between(110, 190), 36, palette);
		mountains(canvas, palette, shore - 10, 3);
		for (double x = -20; x < W + 20; x += canvas.between(24, 70)) {
			canvas.tree(x, shore + 10, canvas.between(50, 110),
					Ink.mix(palette.near(), palette.far(), canvas.between(0, 0.4)), palette.dark());
		}
		Color straw = palette.ground();
		canvas.fade(new Rectangle2D.Double(0, shore, W, H - shore), Ink.lighter(straw, 0.25), Ink.darker(straw, 0.3));
		double vanish = W * canvas.between(0.35, 0.65);
		for (int i = -26; i <= 26; i++) {
			double bottom = vanish + i * 105;
			canvas.fill(Canvas.polygon(vanish + i * 16, shore, bottom, H, bottom + 38, H),
					Ink.clear(Ink.darker(straw, 0.5), 0.22));
		}
		for (int i = 0; i < 2600; i++) {
			double depth = Math.sqrt(canvas.between(0, 1));
			double y = shore + depth * (H - shore);
			double x = canvas.between(0, W);
			double height = 4 + depth * 24;
			canvas.line(x, y, x + canvas.between(-0.4, 0.4) * height, y - height, 0.7 + depth * 1.5,
					Ink.clear(Ink.mix(Ink.lighter(straw, 0.45), Ink.darker(straw, 0.35), canvas.between(0, 1)), 0.75));
		}
		for (int i = 0; i < 9; i++) {
			double depth = 0.12 + i * 0.085;
			double y = shore + depth * (H - shore);
			sheaf(canvas, palette, canvas.between(60, W - 60), y, 26 + depth * 90);
			if (i % 2 == 1) {
				canvas.person(canvas.between(120, W - 120), y + 12, 50 + depth * 130,
						palette.shown(canvas.pick(0x7A4FA3, 0xB5473C, 0x2F7F8C, 0xF0EAD8)), palette.dark(), true);
			}
		}
	}

	private static void sheaf(Canvas canvas, Palette palette, double x, double y, double size) {
		Color straw = Ink.mix(palette.ground(), palette.light(), 0.25);
		canvas.oval(x, y, size * 0.62, size * 0.14, Ink.clear(palette.dark(), 0.3));
		for (int i = 0; i < 46; i++) {
			double spread = canvas.between(-1, 1);
			canvas.line(x + spread * size * 0.5, y, x + spread * size * 0.18, y - size * 0.62, 2.2,
					Ink.mix(straw, palette.dark(), canvas.between(0, 0.4)));
			canvas.line(x + spread * size * 0.14, y - size * 0.58, x + spread * size * 0.52,
					y - size * canvas.between(0.85, 1.1), 2,
					Ink.mix(Ink.lighter(straw, 0.25), palette.accent(), canvas.between(0, 0.4)));
		}
		canvas.line(x - size * 0.19, y - size * 0.6, x + size * 0.19, y - size * 0.6, size * 0.06,
				Ink.darker(palette.accent(), 0.2));
	}

	static void dyke(Canvas canvas, Palette palette) {
		double shore = H * 0.5;
		canvas.sky(palette, shore + 20);
		for (int i = 0; i < 34; i++) {
			canvas.cloud(canvas.between(-50, W + 50), canvas.between(20, shore * 0.75), canvas.between(110, 260),
					Ink.mix(palette.skyTop(), palette.skyBottom(), canvas.between(0, 0.8)));
		}
		mountains(canvas, palette, shore - 10, 2);
		for (int i = 0; i < 9; i++) {
			double y = shore + i * i * 2.8;
			Color wave = Ink.mix(Ink.mix(palette.skyBottom(), palette.near(), 0.5), palette.dark(), i / 14.0);
			Path2D line = band(y, 12 + i * 3, canvas.between(0, 6.28), 0);
			canvas.fade(line, Ink.lighter(wave, 0.15), wave);
			canvas.outline(line, 1 + i * 0.35, Ink.clear(Ink.lighter(palette.skyBottom(), 0.6), 0.5));
		}
		Path2D bank = new Path2D.Double();
		bank.moveTo(-10, H * 0.7);
		bank.quadTo(W * 0.5, H * 0.66, W + 10, H * 0.8);
		bank.lineTo(W + 10, H + 10);
		bank.lineTo(-10, H + 10);
		bank.closePath();
		canvas.fade(bank, palette.ground(), Ink.darker(palette.ground(), 0.5));
		for (int row = 2; row >= 0; row--) {
			for (int i = -1; i < 19; i++) {
				double x = i * 72 + (2 - row) * 36 + canvas.between(-4, 4);
				double edge = H * (0.7 - 0.035 * Math.sin(x / W * Math.PI) + 0.1 * Math.pow(Math.max(0, x / W), 2));
				Color sack = palette.shown(canvas.pick(0xD8C7A0, 0xC9B58A, 0xE3D6B8));
				canvas.rounded(x, edge + 8 - 24 * (2 - row), 76, 30, 24, Ink.darker(sack, 0.35));
				canvas.rounded(x, edge + 5 - 24 * (2 - row), 75, 27, 24, sack);
				canvas.line(x + 14, edge + 18 - 24 * (2 - row), x + 60, edge + 18 - 24 * (2 - row), 1.2,
						Ink.clear(palette.dark(), 0.25));
			}
		}
		for (int i = 0; i < 6; i++) {
			double x = 150 + i * 190 + canvas.between(-45, 45);
			double y = H * 0.9 + canvas.between(-20, 30);
			canvas.person(x, y, 150, palette.shown(canvas.pick(0x5C7A4B, 0x6B8053, 0x4D6A8A)), palette.dark(),
					i % 3 == 2);
			if (i % 2 == 0) {
				Color sack = palette.shown(0xD8C7A0);
				canvas.rounded(x - 34, y - 128, 68, 30, 24, Ink.darker(sack, 0.12));
			}
		}
		Streets.rainfall(canvas, palette, 170);
	}

}
