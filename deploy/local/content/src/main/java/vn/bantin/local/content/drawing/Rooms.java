package vn.bantin.local.content.drawing;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Scenes under a roof and in a yard. */
final class Rooms {

	private static final double W = Canvas.WIDTH;

	private static final double H = Canvas.HEIGHT;

	private static final Integer[] SPINES = { 0x8C2F39, 0x2F5D62, 0xE0A458, 0x355070, 0x6D597A, 0xB56576, 0x52796F,
			0xDDBEA9, 0x3D405B, 0xE07A5F, 0x81B29A, 0xF2CC8F, 0x5B3A29, 0x264653 };

	private Rooms() {
	}

	static void shelves(Canvas canvas, Palette palette) {
		Color wood = palette.shown(0x7A4B2A);
		canvas.fade(new Rectangle2D.Double(0, 0, W, H), Ink.darker(wood, 0.45), Ink.darker(wood, 0.65));
		double shelf = 168;
		for (int row = 0; row < 4; row++) {
			double foot = 30 + (row + 1) * shelf;
			books(canvas, palette, foot);
			canvas.fade(new Rectangle2D.Double(0, foot, W, 20), Ink.lighter(wood, 0.22), Ink.darker(wood, 0.15));
			canvas.fade(new Rectangle2D.Double(0, foot + 20, W, 22), new Color(0, 0, 0, 110), new Color(0, 0, 0, 0));
		}
		for (double x = canvas.between(-40, 60); x < W + 30; x += 408) {
			canvas.shade(new Rectangle2D.Double(x, 0, 24, 722), Ink.lighter(wood, 0.15), Ink.darker(wood, 0.25));
		}
		double lamp = W * canvas.between(0.3, 0.7);
		canvas.glow(lamp, 250, 560, palette.light(), 0.5);
		canvas.fade(new Rectangle2D.Double(0, H - 128, W, 128), Ink.lighter(wood, 0.25), Ink.darker(wood, 0.2));
		canvas.box(0, H - 128, W, 5, Ink.lighter(wood, 0.45));
		openBook(canvas, W * canvas.between(0.3, 0.42), H - 70);
		pile(canvas, W * 0.68, H - 44);
		deskLamp(canvas, palette, W * 0.86, H - 40);
	}

	private static void books(Canvas canvas, Palette palette, double foot) {
		for (double x = 4; x < W;) {
			if (canvas.chance(0.06)) {
				x += canvas.between(14, 46);
			}
			double width = canvas.between(14, 40);
			double height = canvas.between(92, 142);
			Color colour = palette.shown(canvas.pick(SPINES));
			double lean = canvas.chance(0.07) ? 0.11 : 0;
			canvas.placed(x, foot, 1, lean, () -> {
				canvas.shade(new Rectangle2D.Double(0, -height, width, height), Ink.lighter(colour, 0.16),
						Ink.darker(colour, 0.25));
				Color gilt = Ink.clear(new Color(0xF3DFA2), 0.75);
				canvas.box(0, -height + 12, width, 3, gilt);
				canvas.box(0, -height + 18, width, 1.5, gilt);
				canvas.box(0, -16, width, 3, gilt);
				if (width > 22) {
					canvas.rounded(width * 0.24, -height * 0.72, width * 0.52, height * 0.36, 5,
							Ink.clear(new Color(0xF3DFA2), 0.5));
				}
			});
			x += width + ((lean > 0) ? 18 : 1.5);
		}
	}

	private static void openBook(Canvas canvas, double x, double y) {
		canvas.oval(x, y + 34, 210, 16, new Color(0, 0, 0, 90));
		for (int side = -1; side <= 1; side += 2) {
			for (int leaf = 3; leaf >= 0; leaf--) {
				Path2D page = new Path2D.Double();
				page.moveTo(x, y + 26 - leaf * 2);
				page.curveTo(x + side * 60, y - 18 - leaf * 4, x + side * 140, y - 8 - leaf * 3, x + side * 198,
						y + 20 - leaf * 3);
				page.lineTo(x + side * 176, y - 46 - leaf * 3);
				page.curveTo(x + side * 130, y - 70 - leaf * 3, x + side * 60, y - 74 - leaf * 4, x, y - 40 - leaf * 2);
				page.closePath();
				canvas.shade(page, (side < 0) ? new Color(0xFBF5E6) : new Color(0xD8CBB0),
						(side < 0) ? new Color(0xDCCFB4) : new Color(0xFBF5E6));
				canvas.outline(page, 0.8, new Color(90, 70, 50, 90));
			}
			for (int row = 0; row < 6; row++) {
				double at = y - 48 + row * 10;
				canvas.line(x + side * (24 + row), at - 8, x + side * (150 + row * 3), at - 6 + row, 2,
						new Color(80, 70, 60, 90));
			}
		}
	}

	private static void pile(Canvas canvas, double x, double y) {
		for (int i = 0; i < 5; i++) {
			double width = 190 - i * 14;
			double left = x - width / 2 + canvas.between(-12, 12);
			Color colour = new Color(canvas.pick(SPINES));
			canvas.rounded(left, y - (i + 1) * 25, width, 24, 6, colour);
			canvas.box(left + width - 46, y - (i + 1) * 25 + 4, 42, 16, new Color(0xEFE6D2));
			canvas.box(left + 16, y - (i + 1) * 25, 6, 24, new Color(0xF3DFA2));
		}
	}

	private static void deskLamp(Canvas canvas, Palette palette, double x, double y) {
		Color brass = new Color(0xB98B3E);
		canvas.oval(x, y, 52, 11, Ink.darker(brass, 0.35));
		canvas.line(x, y - 6, x, y - 150, 9, brass);
		canvas.glow(x, y - 130, 260, palette.light(), 0.6);
		Path2D shade = new Path2D.Double();
		shade.moveTo(x - 92, y - 140);
		shade.quadTo(x - 70, y - 218, x, y - 220);
		shade.quadTo(x + 70, y - 218, x + 92, y - 140);
		shade.closePath();
		canvas.shade(shade, new Color(0x3C8C6C), new Color(0x1F5440));
		canvas.oval(x, y - 140, 90, 9, Ink.lighter(palette.light(), 0.3));
	}

	static void gallery(Canvas canvas, Palette palette) {
		Color wall = Ink.mix(palette.shown(0xE7DED0), palette.far(), 0.3);
		double floor = H * 0.74;
		canvas.fade(new Rectangle2D.Double(0, 0, W, floor), Ink.darker(wall, 0.42), wall);
		canvas.fade(new Rectangle2D.Double(0, floor, W, H - floor), palette.shown(0x9A6A43), palette.shown(0x4A2F1E));
		for (int i = -12; i < 13; i++) {
			canvas.line(W / 2 + i * 70, floor, W / 2 + i * 190, H, 1.5, Ink.clear(Color.BLACK, 0.25));
		}
		canvas.box(0, floor - 14, W, 16, Ink.lighter(wall, 0.3));
		Scene[] pictures = { Landscapes::terraces, Landscapes::lotus, Landscapes::river, Landscapes::harvest };
		Palette[] lights = { Palette.DAWN, Palette.NOON, Palette.DUSK, Palette.GOLD };
		int start = canvas.upTo(4);
		double[][] frames = { { 70, 190, 0.235 }, { 450, 140, 0.31 }, { 910, 190, 0.235 } };
		for (int i = 0; i < frames.length; i++) {
			double[] frame = frames[i];
			framed(canvas, palette, frame[0], frame[1], frame[2], pictures[(start + i) % 4],
					lights[(start + i * 3) % 4]);
		}
		for (int i = 0; i < 5; i++) {
			double x = W * (0.12 + i * 0.19) + canvas.between(-50, 50);
			double y = H * 0.86 + canvas.between(-30, 60);
			double height = 210 + (y - H * 0.83) * 0.9;
			canvas.oval(x, y + 4, 40, 8, Ink.clear(Color.BLACK, 0.4));
			canvas.person(x, y, height, Ink
				.mix(new Color(canvas.pick(0x8C2F39, 0x355070, 0xDDBEA9, 0x52796F, 0xE0A458)), palette.dark(), 0.3),
					palette.dark(), false);
		}
	}

	private static void framed(Canvas canvas, Palette palette, double x, double y, double scale, Scene picture,
			Palette light) {
		double width = W * scale;
		double height = H * scale;
		canvas.box(x - 14, y - 6, width + 40, height + 36, Ink.clear(Color.BLACK, 0.3));
		canvas.fade(new Rectangle2D.Double(x - 20, y - 20, width + 40, height + 40), new Color(0xC9A24B),
				new Color(0x7D5A1E));
		canvas.box(x - 11, y - 11, width + 22, height + 22, new Color(0xF5EFE2));
		Rectangle2D inside = new Rectangle2D.Double(x, y, width, height);
		canvas.within(inside, () -> canvas.placed(x, y, scale, 0, () -> picture.paint(canvas, light)));
		double middle = x + width / 2;
		canvas.box(middle - 20, 44, 40, 9, palette.dark());
		canvas.within(new Rectangle2D.Double(0, 0, W, H), () -> {
			canvas.fade(
					Canvas.polygon(middle - 14, 52, middle + 14, 52, middle + width * 0.75, y + height + 70,
							middle - width * 0.75, y + height + 70),
					Ink.clear(Ink.lighter(palette.light(), 0.3), 0.4), Ink.clear(palette.light(), 0));
		});
	}

	static void workshop(Canvas canvas, Palette palette) {
		Color board = palette.shown(0xC9986A);
		double table = H * 0.68;
		canvas.fade(new Rectangle2D.Double(0, 0, W, table), Ink.darker(board, 0.3), board);
		for (double y = 24; y < table; y += 34) {
			for (double x = 18; x < W; x += 34) {
				canvas.oval(x, y, 2.4, 2.4, Ink.clear(Color.BLACK, 0.22));
			}
		}
		for (int i = 0; i < 9; i++) {
			tool(canvas, i % 5, 90 + i * 138 + canvas.between(-14, 14), 130 + canvas.between(-16, 26));
		}
		Color wood = palette.shown(0x8A5A36);
		canvas.fade(new Rectangle2D.Double(0, table, W, H - table), Ink.lighter(wood, 0.25), Ink.darker(wood, 0.4));
		canvas.box(0, table, W, 10, Ink.lighter(wood, 0.45));
		for (int i = 0; i < 9; i++) {
			canvas.line(0, table + 30 + i * 28, W, table + 34 + i * 28, 1.2, Ink.clear(Color.BLACK, 0.14));
		}
		fan(canvas, W * 0.2, table + 70);
		radio(canvas, W * 0.5, table + 84);
		sewingMachine(canvas, W * 0.8, table + 84);
		for (int i = 0; i < 26; i++) {
			canvas.oval(canvas.between(60, W - 60), canvas.between(table + 110, H - 20), canvas.between(3, 7),
					canvas.between(2, 4), new Color(canvas.pick(0xB8BDC4, 0xD9B44A, 0x6F747C)));
		}
		for (double x : new double[] { W * 0.34, W * 0.67 }) {
			canvas.line(x, 0, x, 150, 3, palette.dark());
			canvas.glow(x, 205, 420, palette.light(), 0.55);
			canvas.fill(new Arc2D.Double(x - 70, 140, 140, 120, 0, 180, Arc2D.CHORD), palette.shown(0x2F6F62));
			canvas.oval(x, 202, 26, 13, Ink.lighter(palette.light(), 0.5));
		}
	}

	private static void tool(Canvas canvas, int kind, double x, double y) {
		Color steel = new Color(0x5B626B);
		Color handle = new Color(canvas.pick(0xB23A48, 0xE09F3E, 0x335C67));
		canvas.placed(x + 5, y + 7, 1, 0,
				() -> toolShape(canvas, kind, Ink.clear(Color.BLACK, 0.2), Ink.clear(Color.BLACK, 0.2)));
		canvas.placed(x, y, 1, 0, () -> toolShape(canvas, kind, steel, handle));
	}

	private static void toolShape(Canvas canvas, int kind, Color steel, Color handle) {
		switch (kind) {
			case 0 -> {
				canvas.rounded(-7, 20, 14, 150, 10, handle);
				canvas.rounded(-40, -6, 66, 30, 8, steel);
				canvas.fill(Canvas.polygon(26, -6, 52, 2, 52, 8, 26, 24), steel);
			}
			case 1 -> {
				canvas.rounded(-8, 20, 16, 140, 12, steel);
				canvas.fill(new Arc2D.Double(-28, -30, 56, 56, 125, 290, Arc2D.PIE), steel);
				canvas.oval(0, 168, 19, 19, steel);
			}
			case 2 -> {
				canvas.box(-3.5, -20, 7, 100, steel);
				canvas.rounded(-13, 80, 26, 84, 18, handle);
			}
			case 3 -> {
				canvas.fill(Canvas.polygon(-20, -20, 16, -20, 30, 120, -34, 120), steel);
				canvas.rounded(-34, 112, 64, 50, 26, handle);
			}
			default -> {
				canvas.line(-4, 40, -24, 160, 13, handle);
				canvas.line(4, 40, 24, 160, 13, handle);
				canvas.fill(Canvas.polygon(-14, 44, -9, -26, -1, -26, 0, 44), steel);
				canvas.fill(Canvas.polygon(14, 44, 9, -26, 1, -26, 0, 44), steel);
				canvas.oval(0, 42, 13, 13, steel);
			}
		}
	}

	private static void fan(Canvas canvas, double x, double foot) {
		canvas.oval(x, foot, 84, 17, new Color(0x2C5F73));
		canvas.box(x - 9, foot - 130, 18, 130, new Color(0x3E7D92));
		double y = foot - 220;
		canvas.oval(x, y, 118, 118, new Color(0xE8EEF0));
		for (int i = 0; i < 4; i++) {
			canvas.placed(x, y, 1, i * Math.PI / 2 + 0.4, () -> {
				Path2D blade = new Path2D.Double();
				blade.moveTo(0, 0);
				blade.curveTo(-20, -60, 10, -104, 58, -86);
				blade.curveTo(74, -52, 34, -18, 0, 0);
				canvas.fade(blade, new Color(0x4FA3BF), new Color(0x8CCBDD));
			});
		}
		for (double radius = 24; radius < 120; radius += 19) {
			canvas.outline(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2), 1.6,
					new Color(40, 60, 70, 120));
		}
		canvas.outline(new Ellipse2D.Double(x - 118, y - 118, 236, 236), 6, new Color(0x2C5F73));
		canvas.oval(x, y, 20, 20, new Color(0x2C5F73));
	}

	private static void radio(Canvas canvas, double x, double foot) {
		canvas.line(x + 100, foot - 160, x + 170, foot - 300, 4, new Color(0x9AA0A6));
		canvas.rounded(x - 150, foot - 170, 300, 170, 30, new Color(0x6B3E23));
		canvas.rounded(x - 140, foot - 162, 280, 154, 24, new Color(0x93582F));
		canvas.oval(x - 66, foot - 86, 58, 58, new Color(0xE9D8B4));
		for (double radius = 10; radius < 56; radius += 9) {
			canvas.outline(new Ellipse2D.Double(x - 66 - radius, foot - 86 - radius, radius * 2, radius * 2), 2,
					new Color(0xA98E5E));
		}
		canvas.rounded(x + 12, foot - 144, 112, 46, 8, new Color(0xF6E9B8));
		for (int i = 0; i < 11; i++) {
			canvas.line(x + 20 + i * 9.5, foot - 138, x + 20 + i * 9.5, foot - ((i % 2 == 0) ? 118 : 126), 1.4,
					new Color(0x5C4A2A));
		}
		canvas.line(x + 58, foot - 142, x + 58, foot - 102, 2.5, new Color(0xC0392B));
		canvas.oval(x + 38, foot - 52, 24, 24, new Color(0x2E211A));
		canvas.oval(x + 98, foot - 52, 24, 24, new Color(0x2E211A));
		canvas.line(x + 38, foot - 52, x + 38, foot - 72, 3, new Color(0xE9D8B4));
		canvas.line(x + 98, foot - 52, x + 112, foot - 64, 3, new Color(0xE9D8B4));
	}

	private static void sewingMachine(Canvas canvas, double x, double foot) {
		Color body = new Color(0x1F2A37);
		canvas.rounded(x - 170, foot - 36, 340, 36, 14, new Color(0x5C3A21));
		canvas.rounded(x - 150, foot - 62, 300, 30, 12, body);
		canvas.rounded(x + 70, foot - 190, 66, 140, 26, body);
		canvas.rounded(x - 130, foot - 210, 266, 56, 44, Ink.lighter(body, 0.1));
		canvas.rounded(x - 138, foot - 200, 48, 92, 24, body);
		canvas.line(x - 114, foot - 110, x - 114, foot - 66, 5, new Color(0xC9CED4));
		canvas.oval(x + 146, foot - 178, 18, 44, new Color(0xC9CED4));
		canvas.oval(x + 146, foot - 178, 10, 28, new Color(0x6F747C));
		canvas.line(x - 90, foot - 186, x + 60, foot - 186, 3, new Color(0xD9B44A));
		canvas.oval(x - 10, foot - 178, 22, 9, new Color(0xD9B44A));
		canvas.line(x + 30, foot - 210, x + 30, foot - 246, 4, new Color(0xC9CED4));
		canvas.rounded(x + 18, foot - 244, 24, 30, 6, new Color(0xC8402F));
		Path2D cloth = new Path2D.Double();
		cloth.moveTo(x - 180, foot - 62);
		cloth.curveTo(x - 230, foot - 40, x - 220, foot + 20, x - 190, foot + 46);
		cloth.lineTo(x - 70, foot + 30);
		cloth.curveTo(x - 96, foot, x - 80, foot - 40, x - 60, foot - 64);
		cloth.closePath();
		canvas.shade(cloth, new Color(0xE9C46A), new Color(0xC77D3B));
	}

	static void hall(Canvas canvas, Palette palette) {
		double stage = H * 0.6;
		Color red = palette.shown(0xA8201A);
		canvas.box(0, 0, W, H, Ink.darker(red, 0.4));
		double fold = 44;
		for (double x = 0; x < W; x += fold) {
			canvas.shade(new Rectangle2D.Double(x, 0, fold / 2 + 0.6, stage), Ink.darker(red, 0.45), red);
			canvas.shade(new Rectangle2D.Double(x + fold / 2, 0, fold / 2 + 0.6, stage), red, Ink.darker(red, 0.45));
		}
		for (double x = -20; x < W; x += 160) {
			Arc2D swag = new Arc2D.Double(x, -80, 180, 170, 180, 180, Arc2D.CHORD);
			canvas.fade(swag, Ink.darker(red, 0.2), Ink.lighter(red, 0.08));
			canvas.outline(new Arc2D.Double(x, -80, 180, 170, 180, 180, Arc2D.OPEN), 5, new Color(0xE2B23C));
		}
		canvas.glow(W / 2, stage * 0.7, 620, palette.light(), 0.4);
		canvas.fade(new Rectangle2D.Double(0, stage, W, 46), palette.shown(0xB98A56), palette.shown(0x6E4A2A));
		canvas.fade(new Rectangle2D.Double(0, stage + 46, W, H - stage - 46), palette.shown(0x5A2A22),
				palette.shown(0x1E1212));
		lectern(canvas, palette, W * 0.72, stage + 12);
		canvas.rounded(W * 0.18, stage - 74, W * 0.4, 92, 10, palette.shown(0x8C5A34));
		canvas.fade(new Rectangle2D.Double(W * 0.18, stage - 74, W * 0.4, 50), palette.shown(0xF7F1E3),
				palette.shown(0xD8CDB8));
		for (int i = 0; i < 5; i++) {
			double x = W * 0.22 + i * W * 0.08;
			canvas.within(new Rectangle2D.Double(0, 0, W, stage - 72),
					() -> canvas.person(x, stage + 40, 210, palette.shown(0xF1F3F5), new Color(0x26303B), false));
			flowers(canvas, palette, x + W * 0.04, stage - 74, 22);
		}
		for (int i = 0; i < 9; i++) {
			flowers(canvas, palette, 60 + i * 145, stage + 40, 40);
		}
		for (int row = 0; row < 4; row++) {
			double y = stage + 96 + row * 54;
			double size = 30 + row * 8;
			for (double x = (row % 2) * size - 10; x < W + 40; x += size * 2.7) {
				Color shirt = palette.shown(canvas.pick(0xE9ECEF, 0xDDE5EA, 0x9FB3C8, 0xCBBFA8, 0x6F8298));
				canvas.fade(new Arc2D.Double(x - size * 1.1, y, size * 2.2, size * 2.6, 0, 180, Arc2D.CHORD), shirt,
						Ink.darker(shirt, 0.4));
				canvas.oval(x, y - size * 0.25, size * 0.5, size * 0.6,
						new Color(canvas.pick(0x1C1714, 0x2A211B, 0x3A322C)));
				canvas.fade(new java.awt.geom.RoundRectangle2D.Double(x - size * 1.2, y + size * 0.75, size * 2.4,
						size * 2, 18, 18), Ink.darker(red, 0.2), Ink.darker(red, 0.6));
			}
		}
	}

	private static void lectern(Canvas canvas, Palette palette, double x, double foot) {
		canvas.within(new Rectangle2D.Double(0, 0, W, foot - 118),
				() -> canvas.person(x, foot + 20, 236, palette.shown(0xF4F5F7), new Color(0x26303B), false));
		Color wood = palette.shown(0x8A5327);
		canvas.shade(Canvas.polygon(x - 62, foot - 130, x + 62, foot - 130, x + 50, foot, x - 50, foot),
				Ink.lighter(wood, 0.2), Ink.darker(wood, 0.3));
		canvas.fill(Canvas.polygon(x - 76, foot - 128, x + 76, foot - 128, x + 66, foot - 148, x - 66, foot - 148),
				Ink.lighter(wood, 0.3));
		canvas.line(x + 16, foot - 146, x + 6, foot - 190, 4, new Color(0x20242A));
		canvas.oval(x + 6, foot - 192, 7, 9, new Color(0x20242A));
		flowers(canvas, palette, x, foot - 40, 24);
	}

	private static void flowers(Canvas canvas, Palette palette, double x, double y, double size) {
		for (int i = 0; i < 14; i++) {
			canvas.oval(x + canvas.between(-1, 1) * size, y - canvas.between(-0.1, 0.7) * size, size * 0.3, size * 0.24,
					palette.shown(0x3F7A47));
		}
		for (int i = 0; i < 16; i++) {
			double dot = size * canvas.between(0.12, 0.22);
			canvas.oval(x + canvas.between(-0.9, 0.9) * size, y - canvas.between(0.1, 0.95) * size, dot, dot,
					palette.shown(canvas.pick(0xF7D046, 0xF6F1E7, 0xE86A8A, 0xF2A541)));
		}
	}

	static void incense(Canvas canvas, Palette palette) {
		Color yard = palette.shown(0xB98468);
		canvas.fade(new Rectangle2D.Double(0, 0, W, H), Ink.lighter(yard, 0.1), Ink.darker(yard, 0.25));
		for (int row = 0; row < 18; row++) {
			for (int i = -1; i < 14; i++) {
				double x = i * 100 + (row % 2) * 50;
				canvas.outline(new Rectangle2D.Double(x, row * 50, 100, 50), 2, Ink.clear(Ink.darker(yard, 0.5), 0.35));
				if (canvas.chance(0.4)) {
					canvas.box(x, row * 50, 100, 50, Ink.clear(canvas.pick(Color.WHITE, Color.BLACK), 0.05));
				}
			}
		}
		Integer[] dyes = { 0xD7263D, 0xE8336D, 0xF2A541, 0x8E2A8B, 0xC1121F, 0x2A9D8F };
		double shift = canvas.between(-60, 60);
		int count = 0;
		for (int row = 0; row < 4; row++) {
			for (int i = 0; i < 6; i++) {
				double x = i * 262 - 60 + (row % 2) * 131 + shift + canvas.between(-16, 16);
				double y = row * 240 + 60 + canvas.between(-16, 16);
				bundle(canvas, palette, x, y, canvas.between(112, 136), palette.shown(dyes[(count++ * 5 + row) % 6]));
			}
		}
		for (int i = 0; i < 2; i++) {
			double x = W * (0.3 + i * 0.38) + canvas.between(-60, 60);
			double y = H * (0.42 + i * 0.2);
			worker(canvas, palette, x, y, palette.shown((i == 0) ? 0x2F5D8A : 0xF1E3D3));
		}
	}

	private static void bundle(Canvas canvas, Palette palette, double x, double y, double radius, Color dye) {
		canvas.oval(x + 10, y + 14, radius, radius, Ink.clear(Color.BLACK, 0.22));
		for (int i = 0; i < 230; i++) {
			double angle = i * 2 * Math.PI / 230 + canvas.between(-0.02, 0.02);
			double reach = radius * canvas.between(0.86, 1.04);
			double split = radius * canvas.between(0.34, 0.42);
			double cos = Math.cos(angle);
			double sin = Math.sin(angle);
			canvas.line(x + cos * split, y + sin * split, x + cos * reach, y + sin * reach, 2.4,
					Ink.mix(dye, palette.dark(), canvas.between(0, 0.3)));
			canvas.line(x + cos * 8, y + sin * 8, x + cos * split, y + sin * split, 1.8,
					Ink.mix(palette.shown(0xF0D9A4), dye, canvas.between(0, 0.35)));
		}
		canvas.glow(x, y, radius * 0.5, Ink.darker(dye, 0.6), 0.8);
		canvas.oval(x, y, radius * 0.1, radius * 0.1, Ink.darker(dye, 0.65));
	}

	/** Somebody bent over the work, seen from above. */
	private static void worker(Canvas canvas, Palette palette, double x, double y, Color shirt) {
		canvas.oval(x + 16, y + 26, 84, 74, Ink.clear(Color.BLACK, 0.3));
		canvas.line(x - 40, y + 10, x - 92, y - 46, 20, Ink.darker(shirt, 0.1));
		canvas.line(x + 40, y + 10, x + 92, y - 40, 20, Ink.darker(shirt, 0.1));
		canvas.oval(x - 96, y - 52, 12, 12, palette.shown(0xD9A27C));
		canvas.oval(x + 96, y - 46, 12, 12, palette.shown(0xD9A27C));
		canvas.oval(x, y + 26, 62, 50, shirt);
		for (double radius = 66; radius > 3; radius -= 4.5) {
			double share = radius / 66;
			canvas.oval(x - (1 - share) * 5, y - (1 - share) * 8, radius, radius, palette.shown(0xE9D3A0));
			canvas.outline(new Ellipse2D.Double(x - (1 - share) * 5 - radius, y - (1 - share) * 8 - radius, radius * 2,
					radius * 2), 1.6, Ink.clear(new Color(0x7A5A2B), 0.45 - share * 0.2));
		}
		canvas.fill(new Arc2D.Double(x - 66, y - 66, 132, 132, 200, 130, Arc2D.PIE), Ink.clear(Color.BLACK, 0.12));
	}

}
