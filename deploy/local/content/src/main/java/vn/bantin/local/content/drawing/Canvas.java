package vn.bantin.local.content.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/**
 * What scenes are drawn with. Chance is a generator with a fixed seed, so nothing differs
 * between two runs.
 */
final class Canvas {

	static final double WIDTH = Drawing.WIDTH;

	static final double HEIGHT = Drawing.HEIGHT;

	private static final double GRAIN = 7;

	private final BufferedImage image;

	private final Graphics2D graphics;

	private final Random random;

	Canvas(BufferedImage image, long seed) {
		this.image = image;
		this.random = new Random(seed);
		this.graphics = image.createGraphics();
		this.graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		this.graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		this.graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
	}

	double between(double least, double most) {
		return least + (most - least) * this.random.nextDouble();
	}

	int upTo(int bound) {
		return this.random.nextInt(bound);
	}

	boolean chance(double share) {
		return this.random.nextDouble() < share;
	}

	@SafeVarargs
	final <T> T pick(T... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	/** Draws something with the paper moved, turned and scaled under it. */
	void placed(double x, double y, double scale, double turn, Runnable what) {
		AffineTransform before = this.graphics.getTransform();
		this.graphics.translate(x, y);
		this.graphics.rotate(turn);
		this.graphics.scale(scale, scale);
		what.run();
		this.graphics.setTransform(before);
	}

	/** Draws something that ends at the edge of a shape. */
	void within(Shape edge, Runnable what) {
		Shape before = this.graphics.getClip();
		this.graphics.clip(edge);
		what.run();
		this.graphics.setClip(before);
	}

	void fill(Shape shape, Color colour) {
		this.graphics.setPaint(colour);
		this.graphics.fill(shape);
	}

	/** Fills from the shape's top to its bottom. */
	void fade(Shape shape, Color top, Color bottom) {
		Rectangle2D bounds = shape.getBounds2D();
		this.graphics
			.setPaint(new GradientPaint(0, (float) bounds.getMinY(), top, 0, (float) bounds.getMaxY(), bottom));
		this.graphics.fill(shape);
	}

	/** Fills from the shape's left to its right. */
	void shade(Shape shape, Color left, Color right) {
		Rectangle2D bounds = shape.getBounds2D();
		this.graphics
			.setPaint(new GradientPaint((float) bounds.getMinX(), 0, left, (float) bounds.getMaxX(), 0, right));
		this.graphics.fill(shape);
	}

	void outline(Shape shape, double width, Color colour) {
		this.graphics.setPaint(colour);
		this.graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		this.graphics.draw(shape);
	}

	void line(double x1, double y1, double x2, double y2, double width, Color colour) {
		outline(new Line2D.Double(x1, y1, x2, y2), width, colour);
	}

	void box(double x, double y, double width, double height, Color colour) {
		fill(new Rectangle2D.Double(x, y, width, height), colour);
	}

	void rounded(double x, double y, double width, double height, double corner, Color colour) {
		fill(new RoundRectangle2D.Double(x, y, width, height, corner, corner), colour);
	}

	/** An ellipse around its middle. */
	void oval(double x, double y, double halfWidth, double halfHeight, Color colour) {
		fill(new Ellipse2D.Double(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight), colour);
	}

	/** Light that dies away towards its edge. */
	void glow(double x, double y, double radius, Color colour, double strength) {
		this.graphics.setPaint(new RadialGradientPaint((float) x, (float) y, (float) radius,
				new float[] { 0f, 0.35f, 1f },
				new Color[] { Ink.clear(colour, strength), Ink.clear(colour, strength * 0.45), Ink.clear(colour, 0) }));
		this.graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
	}

	static Path2D polygon(double... points) {
		Path2D path = new Path2D.Double();
		path.moveTo(points[0], points[1]);
		for (int i = 2; i < points.length; i += 2) {
			path.lineTo(points[i], points[i + 1]);
		}
		path.closePath();
		return path;
	}

	/** A hill line from edge to edge, closed along the bottom. */
	Path2D ridge(double base, double height, double waves) {
		double[] phases = { between(0, 6.28), between(0, 6.28), between(0, 6.28), between(0, 6.28) };
		Path2D path = new Path2D.Double();
		path.moveTo(-10, HEIGHT + 10);
		for (double x = -10; x <= WIDTH + 10; x += 5) {
			double along = x / WIDTH * waves * 2 * Math.PI;
			double rise = Math.sin(along + phases[0]) + 0.5 * Math.sin(2.1 * along + phases[1])
					+ 0.24 * Math.sin(4.3 * along + phases[2]) + 0.1 * Math.sin(9.7 * along + phases[3]);
			path.lineTo(x, base - height * rise / 1.6);
		}
		path.lineTo(WIDTH + 10, HEIGHT + 10);
		path.closePath();
		return path;
	}

	void sky(Palette palette, double horizon) {
		fade(new Rectangle2D.Double(0, 0, WIDTH, horizon), palette.skyTop(), palette.skyBottom());
		if (palette == Palette.NIGHT) {
			for (int i = 0; i < 140; i++) {
				double size = between(0.5, 1.6);
				oval(between(0, WIDTH), between(0, horizon * 0.8), size, size,
						Ink.clear(palette.light(), between(0.2, 0.8)));
			}
		}
	}

	void sun(double x, double y, double radius, Palette palette) {
		if (palette == Palette.RAIN) {
			return;
		}
		glow(x, y, radius * 7, palette.light(), 0.5);
		glow(x, y, radius * 2.4, palette.light(), 0.6);
		oval(x, y, radius, radius, Ink.lighter(palette.light(), 0.35));
	}

	/** A long soft cloud. */
	void cloud(double x, double y, double size, Color colour) {
		for (int i = 0; i < 7; i++) {
			double part = between(0.35, 0.8);
			oval(x + between(-1.1, 1.1) * size, y - between(-0.06, 0.12) * size, size * part, size * part * 0.2,
					Ink.clear(colour, 0.22));
		}
	}

	void clouds(Palette palette, int count, double lowest) {
		Color white = Ink.lighter(palette.skyBottom(), 0.6);
		for (int i = 0; i < count; i++) {
			cloud(between(0, WIDTH), between(60, lowest), between(60, 150),
					(palette == Palette.NIGHT) ? palette.skyBottom() : white);
		}
	}

	/** A round tree; {@code x}, {@code y} is where it stands. */
	void tree(double x, double y, double height, Color leaves, Color trunk) {
		double width = height * 0.045;
		fill(polygon(x - width, y, x - width * 0.55, y - height * 0.6, x + width * 0.55, y - height * 0.6, x + width,
				y), trunk);
		for (int layer = 0; layer < 3; layer++) {
			Color colour = Ink.mix(Ink.darker(leaves, 0.28), Ink.lighter(leaves, 0.18), layer / 2.0);
			for (int i = 0; i < 9; i++) {
				double angle = between(0, 6.28);
				double reach = height * between(0.02, 0.24);
				double size = height * between(0.08, 0.15);
				oval(x + Math.cos(angle) * reach - layer * height * 0.02,
						y - height * (0.66 + layer * 0.035) + Math.sin(angle) * reach * 0.75, size, size * 0.86,
						colour);
			}
		}
	}

	/** Somebody who stands; {@code x}, {@code y} is between the feet. */
	void person(double x, double y, double height, Color shirt, Color dark, boolean hat) {
		double unit = height / 8;
		Color skin = Ink.mix(new Color(0xD9A27C), dark, 0.2);
		line(x - unit * 0.45, y, x - unit * 0.25, y - unit * 3.6, unit * 0.75, dark);
		line(x + unit * 0.5, y, x + unit * 0.25, y - unit * 3.6, unit * 0.75, dark);
		line(x - unit * 0.9, y - unit * 5.9, x - unit * 1.35, y - unit * 3.7, unit * 0.5, Ink.darker(shirt, 0.18));
		line(x + unit * 0.9, y - unit * 5.9, x + unit * 1.3, y - unit * 3.7, unit * 0.5, Ink.darker(shirt, 0.18));
		rounded(x - unit, y - unit * 6.5, unit * 2, unit * 3.2, unit * 0.9, shirt);
		oval(x, y - unit * 7.25, unit * 0.62, unit * 0.75, skin);
		if (hat) {
			conicalHat(x, y - unit * 7.35, unit * 1.5);
		}
		else {
			fill(new java.awt.geom.Arc2D.Double(x - unit * 0.66, y - unit * 8.05, unit * 1.32, unit * 1.4, 0, 180,
					java.awt.geom.Arc2D.CHORD), Ink.darker(dark, 0.3));
		}
	}

	void conicalHat(double x, double y, double half) {
		Path2D hat = new Path2D.Double();
		hat.moveTo(x - half, y);
		hat.quadTo(x - half * 0.3, y - half * 0.42, x, y - half * 0.8);
		hat.quadTo(x + half * 0.3, y - half * 0.42, x + half, y);
		hat.quadTo(x, y + half * 0.28, x - half, y);
		shade(hat, new Color(0xF1DFAE), new Color(0xB99658));
	}

	/** Darkens the corners a little and lays a fine grain over all, as film does. */
	void finish() {
		this.graphics.setPaint(new RadialGradientPaint((float) WIDTH / 2, (float) HEIGHT / 2, (float) WIDTH * 0.72f,
				new float[] { 0.55f, 1f }, new Color[] { new Color(0, 0, 0, 0), new Color(0, 0, 0, 70) }));
		this.graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
		this.graphics.dispose();
		grain(((DataBufferInt) this.image.getRaster().getDataBuffer()).getData(), this.random.nextLong() | 1);
	}

	private static void grain(int[] pixels, long seed) {
		long state = seed;
		for (int i = 0; i < pixels.length; i++) {
			// Xorshift: a hundred times a pixel is cheap enough for nothing slower.
			state ^= state << 13;
			state ^= state >>> 7;
			state ^= state << 17;
			int noise = (int) (((state & 0xFF) + (state >> 8 & 0xFF) - 255) * GRAIN / 255);
			int pixel = pixels[i];
			pixels[i] = clamp((pixel >> 16 & 0xFF) + noise) << 16 | clamp((pixel >> 8 & 0xFF) + noise) << 8
					| clamp((pixel & 0xFF) + noise);
		}
	}

	private static int clamp(int value) {
		return Math.clamp(value, 0, 255);
	}

}
