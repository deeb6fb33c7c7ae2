package vn.bantin.benchmark.row;

import java.net.URI;

import vn.bantin.benchmark.content.GeneratedNews;
import vn.bantin.benchmark.measure.ProcessGroup;
import vn.bantin.benchmark.report.Cost;
import vn.bantin.benchmark.server.CacheStatus;
import vn.bantin.benchmark.server.PopulatedNewspaper;
import vn.bantin.drills.newspaper.Answer;

/**
 * Readers' requests. An answer comes from the gateway's memory when its second one says
 * {@code hit} in {@code Cache-Status} (RFC 9211). Then it is also measured passed
 * through, with {@code Cache-Control: no-cache}.
 */
final class Reads {

	/** Words that most generated articles have. */
	static final String SEARCH = "/api/articles?q=t%E1%BB%95+ch%E1%BB%A9c+c%C6%A1+s%E1%BB%9F+%C4%91%E1%BA%A3ng";

	static final String LIST = "/api/articles?limit=20";

	private static final String WEATHER = "/api/widgets/weather?place=ha-noi";

	private static final String ARTICLE_SERVICE = "article-service";

	private static final String PASSED = "passed through";

	private static final String FRESH = "Cache-Control: no-cache";

	private Reads() {
	}

	static void articleJson(Bench bench) {
		both(bench, "article JSON", PASSED, bench.newspaper().article(number(bench)), "article.json");
	}

	static void articlePage(Bench bench) {
		// Fragments of all pages are shared for half a second, so it is not passed
		// through.
		both(bench, "article page", "drawn anew", page(bench.newspaper(), number(bench)), "page.html");
	}

	static void list(Bench bench) {
		both(bench, "list of 20", PASSED, bench.newspaper().at(LIST), "list.json");
	}

	static void search(Bench bench) {
		both(bench, "search", PASSED, bench.newspaper().at(SEARCH), "search.json");
	}

	static void widget(Bench bench) {
		URI weather = bench.newspaper().at(WEATHER);
		PopulatedNewspaper.awaitThat("the weather is known",
				() -> bench.newspaper().client().get(weather).status() == 200);
		both(bench, "widget", PASSED, weather, "widget.json");
	}

	static void articleService(Bench bench) {
		URI article = bench.newspaper().atArticleService("/api/articles/" + GeneratedNews.id(number(bench)));
		new Comparison(bench, "article JSON, article-service alone", article, bench.newspaper().parts(ARTICLE_SERVICE))
			.against(bench.nginx().file("alone.json"), "static file")
			.measure();
	}

	private static int number(Bench bench) {
		return bench.newspaper().articles() / 2;
	}

	/** The address of an article's page. */
	static URI page(PopulatedNewspaper newspaper, int number) {
		Answer article = newspaper.client().get(newspaper.article(number)).expect(200, "The article");
		return newspaper.at(article.json().path("url").asString());
	}

	private static void both(Bench bench, String what, String how, URI url, String file) {
		boolean remembered = fromMemory(bench, url);
		String memory = what + ", from the gateway's memory";
		if (remembered) {
			comparison(bench, memory, url).against(bench.nginx().cached(file), "cache, hit").measure();
		}
		else {
			bench.report().add(Cost.none(memory, "the gateway has no memory for it yet (no hit in Cache-Status)"));
		}
		String passed = what + ", " + how;
		if (remembered && fromMemory(bench, url, "Cache-Control", "no-cache")) {
			bench.report().add(Cost.none(passed, "the gateway answers from its memory in spite of no-cache"));
			return;
		}
		Comparison comparison = comparison(bench, passed, url).against(bench.nginx().passed(file), "proxy");
		(remembered ? comparison.with(FRESH) : comparison).measure();
	}

	private static Comparison comparison(Bench bench, String what, URI url) {
		ProcessGroup whole = bench.newspaper().whole();
		return new Comparison(bench, what, url, whole);
	}

	private static boolean fromMemory(Bench bench, URI url, String... headers) {
		bench.newspaper().client().get(url, headers).expect(200, url.toString());
		return CacheStatus.isHit(bench.newspaper().client().get(url, headers));
	}

}
