package vn.bantin.benchmark.row;

import java.net.URI;

import vn.bantin.benchmark.content.GeneratedNews;
import vn.bantin.benchmark.measure.ProcessGroup;
import vn.bantin.benchmark.report.Cost;
import vn.bantin.benchmark.server.PopulatedNewspaper;
import vn.bantin.drills.newspaper.Answer;

/**
 * Readers' requests. An answer comes from the gateway's memory when its second one says
 * {@code hit} in {@code Cache-Status} (RFC 9211). Then it is also measured encoded, not
 * modified, and made anew for each request.
 */
final class Reads {

	/** Words that most generated articles have. */
	static final String SEARCH = "/api/articles?q=t%E1%BB%95+ch%E1%BB%A9c+c%C6%A1+s%E1%BB%9F+%C4%91%E1%BA%A3ng";

	static final String LIST = "/api/articles?limit=20";

	private static final String WEATHER = "/api/widgets/weather?place=ha-noi";

	private static final String ARTICLE_SERVICE = "article-service";

	private static final String PASSED = ", passed through";

	private static final String MEMORY = ", from the gateway's memory";

	private static final String BROTLI = "Accept-Encoding: br";

	/** Who asks for a part may get one of the own; services know no parts of JSON. */
	private static final String PART = "Range: bytes=0-";

	/** Marks the page of a reader who has voted. */
	private static final String OWN = "Cookie: own-vote=1";

	private Reads() {
	}

	static void articleJson(Bench bench) {
		URI article = bench.newspaper().article(number(bench));
		fromMemory(bench, "article JSON", article, "article", ".json");
		passed(bench, "article JSON", article, "article.json");
		new Comparison(bench, "article JSON, passed through: the gateway's own process", article,
				bench.newspaper().parts("gateway"))
			.with(PART)
			.against(bench.nginx().passed("article.json"), "proxy")
			.measure();
	}

	static void articlePage(Bench bench) {
		// Fragments of all pages are shared for half a second, so it is not passed
		// through.
		URI page = page(bench.newspaper(), number(bench));
		fromMemory(bench, "article page", page, "page", ".html");
		comparison(bench, "article page, drawn for one reader", page).with(OWN)
			.against(bench.nginx().passed("page.html"), "proxy")
			.measure();
	}

	static void list(Bench bench) {
		both(bench, "list of 20", bench.newspaper().at(LIST), "list");
	}

	static void search(Bench bench) {
		both(bench, "search", bench.newspaper().at(SEARCH), "search");
	}

	static void widget(Bench bench) {
		URI weather = bench.newspaper().at(WEATHER);
		PopulatedNewspaper.awaitThat("the weather is known",
				() -> bench.newspaper().client().get(weather).status() == 200);
		both(bench, "widget", weather, "widget");
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

	private static void both(Bench bench, String what, URI url, String name) {
		if (isRemembered(bench, url)) {
			hit(bench, what, url, name + ".json").measure();
		}
		passed(bench, what, url, name + ".json");
	}

	private static void fromMemory(Bench bench, String what, URI url, String name, String extension) {
		if (!isRemembered(bench, url)) {
			bench.report().add(Cost.none(what + MEMORY, "the gateway does not answer it from memory"));
			return;
		}
		hit(bench, what, url, name + extension).measure();
		hit(bench, what + ", brotli", url, name + "-brotli" + extension).with(BROTLI).measure();
		hit(bench, what + ", not modified", url, name + "-304" + extension).notModified().measure();
	}

	private static Comparison hit(Bench bench, String what, URI url, String file) {
		return comparison(bench, what + MEMORY, url).against(bench.nginx().cached(file), "cache, hit");
	}

	private static void passed(Bench bench, String what, URI url, String file) {
		comparison(bench, what + PASSED, url).with(PART).against(bench.nginx().passed(file), "proxy").measure();
	}

	private static Comparison comparison(Bench bench, String what, URI url) {
		ProcessGroup whole = bench.newspaper().whole();
		return new Comparison(bench, what, url, whole);
	}

	private static boolean isRemembered(Bench bench, URI url) {
		bench.newspaper().client().get(url).expect(200, url.toString());
		return bench.newspaper().client().get(url).isFromMemory();
	}

}
