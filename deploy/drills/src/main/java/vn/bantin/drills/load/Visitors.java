package vn.bantin.drills.load;

import java.util.List;
import java.util.Random;

import vn.bantin.drills.newspaper.Answer;
import vn.bantin.drills.newspaper.Site;

/** Readers who read. */
final class Visitors {

	private static final List<String> WIDGETS = List.of("/api/widgets/exchange-rates",
			"/api/widgets/weather?place=ha-noi", "/api/widgets/weather?place=can-tho");

	private final Site site;

	private final Samples samples;

	private final List<String> articles;

	private final List<String> pages;

	private final Random random;

	Visitors(Site site, Samples samples, List<String> articles, List<String> pages, Random random) {
		this.site = site;
		this.samples = samples;
		this.articles = articles;
		this.pages = pages;
		this.random = random;
	}

	void step(long due) {
		Kind kind;
		String path;
		synchronized (this.random) {
			kind = kind(this.random.nextInt(100));
			path = path(kind);
		}
		Answer answer = this.site.get(path);
		this.samples.add(kind, due, answer, answer.status() == 200);
	}

	private static Kind kind(int chance) {
		if (chance < 66) {
			return Kind.ARTICLE;
		}
		if (chance < 72) {
			return Kind.LIST;
		}
		if (chance < 76) {
			return Kind.PAGE;
		}
		return (chance < 90) ? Kind.RATING : Kind.WIDGET;
	}

	private String path(Kind kind) {
		return switch (kind) {
			case ARTICLE -> "/api/articles/" + any(this.articles);
			case LIST -> "/api/articles?section=thoi-su&limit=10";
			case PAGE -> any(this.pages);
			case RATING -> "/api/articles/" + any(this.articles) + "/rating";
			case WIDGET -> any(WIDGETS);
			default -> throw new IllegalArgumentException("Not a read: " + kind);
		};
	}

	private String any(List<String> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
