package vn.bantin.gateway.site;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.connection.InlineScript;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page as its readers get it, row by row, on good days and bad ones. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		// Deadlines of their own have a test of their own; the others must not depend on
		// how busy the machine is.
		properties = { "bantin.site.article-within=20s", "bantin.site.list-within=3s", "bantin.site.part-within=3s" })
class SitePagesTests {

	private static final StubServices services = new StubServices();

	private static final String HOSTILE = "\\\"><script>alert(1)</script><img src=x onerror=alert(2)>'";

	@TempDir
	static Path keys;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void behindIt(DynamicPropertyRegistry registry) {
		SiteSettings.of(services, keys).forEach((name, value) -> registry.add(name, () -> value));
	}

	@AfterAll
	static void closeServices() {
		services.close();
	}

	@BeforeEach
	void startAGoodDay() {
		services.goodDay();
	}

	@Test
	void showsEveryRowOfTheArticlePage() {
		Document page = page(StubServices.ARTICLE);
		assertThat(page.select("html").attr("lang")).isEqualTo("vi");
		assertThat(page.select("form.display button[name=text-size]").eachText()).containsExactly("A-", "A", "A+");
		assertThat(page.select("form.display button[name=contrast]").eachText()).containsExactly("Tăng tương phản",
				"Giảm tương phản");
		assertThat(page.select("h1").eachText())
			.containsExactly("Xây dựng Đảng bộ và hệ thống chính trị trong sạch, vững mạnh");
		assertThat(page.select("article .lead").text()).startsWith("QPTĐ-Xây dựng các cấp ủy");
		assertThat(page.select("article .lead .paper-mark").text()).isEqualTo("QPTĐ-");
		assertThat(page.select("article .text h2").eachText()).containsExactly("Nhiều cách làm mới, sáng tạo",
				"Kiên quyết, đồng bộ các giải pháp");
		assertThat(page.select("nav.contents a").eachAttr("href")).containsExactly("#muc-1", "#muc-2");
		assertThat(page.select("article .text > p")).hasSizeGreaterThan(8);
		assertThat(page.select(".byline a[href=/tac-gia/phuong-linh]").text()).isEqualTo("Phương Linh");
		assertThat(page.select(".corrections").text()).contains("Bản trước ghi sai số nghị quyết");
		assertThat(page.select(".box > h2").eachText()).containsExactly("Phóng sự ảnh", "Dự báo thời tiết",
				"Tỷ giá ngoại tệ");
		assertThat(page.select("main, header, nav, footer, aside, a.skip[href=#noi-dung]")).hasSizeGreaterThan(5);
	}

	@Test
	void keepsThePlaceOfTheLeadPictureAndOffersItsSizes() {
		Element picture = Objects.requireNonNull(page(StubServices.ARTICLE).selectFirst("figure.lead-picture img"));
		assertThat(picture.attr("srcset")).isEqualTo(
				"/api/media/m0123456789/320 320w, /api/media/m0123456789/640 640w, /api/media/m0123456789/960 960w, /api/media/m0123456789/1280 1280w");
		assertThat(picture.attr("width")).isEqualTo("1600");
		assertThat(picture.attr("height")).isEqualTo("1067");
		assertThat(picture.attr("alt")).isEqualTo("Hội nghị của Thành ủy Hà Nội");
		assertThat(picture.hasAttr("loading")).isFalse();
		assertThat(page(StubServices.ARTICLE).select("figure.lead-picture figcaption").text())
			.startsWith("Thành ủy Hà Nội thực hiện tốt")
			.endsWith("Ảnh: Bản Tin");
		assertThat(page(StubServices.ARTICLE).select("aside img").eachAttr("loading")).isNotEmpty()
			.containsOnly("lazy");
	}

	@Test
	void showsTheRatingAndTheReadersOwnVote() {
		Document page = page(StubServices.ARTICLE);
		assertThat(page.select("[data-rating-sentence]").text())
			.isEqualTo("Tổng số điểm của bài viết là: 9 trong 2 đánh giá");
		assertThat(page.select("[data-rating-mean]").text()).isEqualTo("Trung bình 4,5 trên 5 sao");
		assertThat(page.select(".rating-form legend").text()).isEqualTo("Click để đánh giá bài viết");
		assertThat(page.select(".rating-form input[type=radio]").eachAttr("value")).containsExactly("1", "2", "3", "4",
				"5");
		assertThat(page.select(".rating-form input[checked]").eachAttr("value")).containsExactly("4");
		assertThat(page.select(".rating-form label").eachText()).containsExactly("1 sao", "2 sao", "3 sao", "4 sao",
				"5 sao");
		assertThat(page.select("[data-bar] [data-bar-count]").eachText()).containsExactly("1", "1", "0", "0", "0");
		assertThat(page.select("[data-rating-own]").text()).isEqualTo("Bạn đã chấm 4 sao.");
		assertThat(page.select("[data-rating-withdraw]").hasAttr("hidden")).isFalse();
	}

	@Test
	void drawsThePageOfWhoVotedWithoutScriptsWithTheOwnVote() {
		services.answer("PUT /api/articles/a1b2c3d4e5/rating/mine", 200, "{}");
		page(StubServices.ARTICLE);
		assertThat(tokensForRatings()).as("a page for everybody").containsExactly("");

		MultiValueMap<String, ResponseCookie> cookies = client().post()
			.uri(StubServices.ARTICLE + "/danh-gia")
			.header("Sec-Fetch-Site", "same-origin")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue("stars=4")
			.exchange()
			.expectStatus()
			.isSeeOther()
			.expectBody()
			.returnResult()
			.getResponseCookies();
		assertThat(cookies.getFirst("own-vote")).extracting(ResponseCookie::getPath).isEqualTo(StubServices.ARTICLE);
		client().get()
			.uri(StubServices.ARTICLE)
			.cookies((sent) -> cookies.forEach((name, all) -> sent.add(name, all.getFirst().getValue())))
			.exchange()
			.expectStatus()
			.isOk();

		assertThat(tokensForRatings()).hasSize(2);
		assertThat(tokensForRatings().getLast()).startsWith("Bearer ");
	}

	private static List<String> tokensForRatings() {
		return services.asked()
			.stream()
			.filter((asked) -> asked.address().endsWith("/rating"))
			.map(StubServices.Asked::authorization)
			.toList();
	}

	@Test
	void showsNobodysRatingWithoutDividingByZero() {
		Document page = page(StubServices.PHOTO_STORY);
		assertThat(page.select("[data-rating-sentence]").text())
			.isEqualTo("Tổng số điểm của bài viết là: 0 trong 0 đánh giá");
		assertThat(page.select("[data-rating-mean]").text()).isEqualTo("Chưa có đánh giá nào");
		assertThat(page.select("[data-rating-withdraw]").hasAttr("hidden")).isTrue();
	}

	@Test
	void offersNoStarsWhereRatingIsClosed() {
		services.answer("GET /api/articles/a1b2c3d4e5", 200,
				StubServices.file("article.json").replace("\"openForRating\": true", "\"openForRating\": false"));
		Document page = page(StubServices.ARTICLE);
		assertThat(page.select(".rating-form")).isEmpty();
		assertThat(page.select(".rating").text()).contains("không mở đánh giá", "9 trong 2 đánh giá");
	}

	@Test
	void tellsTheWeatherWithItsSourceTimeAndAge() {
		Element box = Objects.requireNonNull(page(StubServices.ARTICLE).selectFirst("#thoi-tiet"));
		assertThat(box.select("h3").text()).isEqualTo("Thời tiết Hà Nội");
		assertThat(box.select(".mark-sample").text()).isEqualTo("Dữ liệu mẫu");
		assertThat(box.select(".weather-temperature").text()).isEqualTo("19°C");
		assertThat(box.select(".weather-days tbody tr")).hasSize(5);
		assertThat(box.select(".weather-days tbody th").eachText()).startsWith("Hôm nay");
		assertThat(box.select(".source").text()).contains("Nguồn: MET Norway", "Thứ Hai, 23/11/2026, 20:55",
				"5 phút trước");
		assertThat(box.select("select[name=place] option").eachText()).containsExactly("Hà Nội", "Huế", "Lào Cai");
		assertThat(box.select("option[selected]").eachAttr("value")).containsExactly("ha-noi");
	}

	@Test
	void showsTheBoardAsVietnameseWriteNumbers() {
		Element box = Objects.requireNonNull(page(StubServices.ARTICLE).selectFirst("#ty-gia"));
		assertThat(box.select("thead th").eachText()).containsExactly("Ngoại tệ", "Mua tiền mặt", "Mua chuyển khoản",
				"Bán ra");
		assertThat(box.select("[data-currency=USD] [data-rate=cashBuy]").text()).isEqualTo("26.345,00");
		assertThat(box.select("[data-currency=DKK] [data-rate=cashBuy]").text()).isEqualTo("–");
		assertThat(box.select("[data-currency=AUD] .change").text()).endsWith("−12,40");
		assertThat(box.select("[data-currency=USD] abbr").attr("title")).isEqualTo("Đô la Mỹ");
		assertThat(box.select(".mark-old").text()).isEqualTo("Dữ liệu cũ");
		assertThat(box.select(".chart polyline").attr("points").split(" ")).hasSize(23);
		assertThat(box.select(".source").text()).contains("Nguồn: Vietcombank", "1 giờ trước");
	}

	@Test
	void neverShowsMissingValuesAsZero() {
		services.answer("GET /api/widgets/weather", 200,
				"{\"place\":{\"slug\":\"ha-noi\",\"name\":\"Hà Nội\"},\"state\":\"missing\"}");
		services.answer("GET /api/widgets/exchange-rates", 200, "{\"bank\":\"Vietcombank\",\"state\":\"missing\"}");
		Document page = page(StubServices.ARTICLE);
		assertThat(page.select("#thoi-tiet").text()).contains("Hiện chưa có dữ liệu thời tiết").doesNotContain("0°C");
		assertThat(page.select("#ty-gia").text()).contains("Hiện chưa có dữ liệu tỷ giá").doesNotContain("0,00");
	}

	@Test
	void saysWhatItIsToSearchEnginesAndWhereItIsShared() {
		Document page = page(StubServices.ARTICLE);
		String address = "https://bantin.example" + StubServices.ARTICLE;
		assertThat(page.title()).isEqualTo("Xây dựng Đảng bộ và hệ thống chính trị trong sạch, vững mạnh – Bản Tin");
		assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(address);
		assertThat(page.select("meta[property=og:type]").attr("content")).isEqualTo("article");
		assertThat(page.select("meta[property=og:image]").attr("content")).endsWith("/api/media/m0123456789/1280");
		assertThat(page.select("link[rel=icon]").attr("href")).matches("/assets/favicon-[0-9a-f]{32}\\.svg");
		JsonNode structured = JsonMapper.shared().readTree(page.select("script[type=application/ld+json]").html());
		assertThat(structured.path("@type").asString()).isEqualTo("NewsArticle");
		assertThat(structured.path("datePublished").asString()).isEqualTo("2026-11-23T01:30:00Z");
		assertThat(structured.at("/author/0/name").asString()).isEqualTo("Phương Linh");
		assertThat(structured.has("aggregateRating")).isFalse();
	}

	@Test
	void letsNoTextOfAnArticleBecomeMarkup() {
		String hostile = """
				{"id":"a1b2c3d4e5","revision":1,"url":"/xay-dung-dang/xay-dung-dang-bo-a1b2c3d4e5","kind":"article","title":"T#","lead":"L#","sourceMark":"M#",
				"section":{"slug":"xay-dung-dang","name":"S#"},"tags":[{"slug":"x","name":"G#"}],"authors":[{"slug":"y","name":"A#"}],
				"leadPicture":{"media":"m1","alt":"P#","caption":"C#","credit":"K#","width":10,"height":10},
				"corrections":[{"text":"R#"}],"related":[{"id":"b1b2c3d4e5","url":"/a/b-b1b2c3d4e5","title":"E#"}],
				"body":{"type":"doc","content":[
				  {"type":"paragraph","content":[{"type":"text","text":"B#"},{"type":"text","text":"link","marks":[{"type":"link","attrs":{"href":"javascript:alert(1)"}}]}]},
				  {"type":"heading","attrs":{"level":2,"id":"x#"},"content":[{"type":"text","text":"H#"}]},
				  {"type":"image","attrs":{"media":"m2","alt":"I#","caption":"J#","onload":"alert(1)"}},
				  {"type":"rawHtml","html":"<script>alert(3)</script>","content":[{"type":"text","text":"verboten"}]}]}}"""
			.replace("#", HOSTILE);
		services.answer("GET /api/articles/a1b2c3d4e5", 200, hostile);
		services.answer("GET /api/sections", 200,
				"{\"items\":[{\"slug\":\"x\",\"name\":\"N#\"}]}".replace("#", HOSTILE));
		services.answer("GET /api/widgets/weather", 200, """
				{"place":{"slug":"ha-noi","name":"W#"},"now":{"temperature":1,"condition":{"code":"#","text":"Y#"}},
				"source":{"name":"Q#","url":"javascript:alert(1)"},"state":"fresh"}""".replace("#", HOSTILE));
		services.answer("GET /api/widgets/exchange-rates", 200,
				"{\"bank\":\"V#\",\"rates\":[{\"currency\":\"U#\",\"name\":\"Z#\"}],\"source\":{\"name\":\"#\",\"url\":\"data:x\"}}"
					.replace("#", HOSTILE));
		Document page = page(StubServices.ARTICLE);
		assertThat(page.select("script:not([src])")).hasSize(2);
		assertThat(page.select("script").eachAttr("src")).hasSize(1)
			.allMatch((source) -> source.startsWith("/assets/"));
		assertThat(page.select("[onerror], [onload], img[src=x]")).isEmpty();
		assertThat(page.select("a[href^=javascript], a[href^=data]")).isEmpty();
		assertThat(page.select("h1").text()).isEqualTo("T\"><script>alert(1)</script><img src=x onerror=alert(2)>'");
		assertThat(page.text()).doesNotContain("verboten").contains("V\"><script>", "W\"><script>", "Y\"><script>");
		JsonMapper.shared().readTree(page.select("script[type=application/ld+json]").html());
	}

	@Test
	void letsNoQuestionOfASearchBecomeMarkup() {
		Document page = page("/tim-kiem?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
		assertThat(page.select("h1").text()).contains("\"><script>alert(1)</script>");
		assertThat(page.select("script:not([src])")).hasSize(1);
	}

	@Test
	void opensLinksOfTheTextWithoutHandingThePageOver() {
		services.answer("GET /api/articles/a1b2c3d4e5", 200,
				"""
						{"id":"a1b2c3d4e5","url":"/xay-dung-dang/xay-dung-dang-bo-a1b2c3d4e5","title":"t","body":{"content":[{"type":"paragraph","content":[
						{"type":"text","text":"Xem "},{"type":"text","text":"đây","marks":[{"type":"bold"},{"type":"link","attrs":{"href":"https://bantin.vn/a"}}]},{"type":"text","text":", rồi về."}]}]}}""");
		Element text = Objects.requireNonNull(page(StubServices.ARTICLE).selectFirst(".text p"));
		assertThat(text.html())
			.isEqualTo("Xem <a href=\"https://bantin.vn/a\" rel=\"noopener\"><strong>đây</strong></a>, rồi về.");
	}

	@ParameterizedTest
	@CsvSource({ "/api/articles/a1b2c3d4e5/rating, #danh-gia", "/api/widgets/weather, #thoi-tiet",
			"/api/widgets/exchange-rates, #ty-gia", "/api/articles?kind, .box-photos" })
	void leavesOutThePartThatDoesNotAnswerInTime(String hanging, String part) {
		services.hang(hanging);
		Document page = page(StubServices.ARTICLE);
		assertThat(page.select("h1").text()).startsWith("Xây dựng Đảng bộ");
		assertThat(page.select(part)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 404, 500, 503 })
	void leavesOutPartsThatFail(int status) {
		for (String part : List.of("GET /api/articles/a1b2c3d4e5/rating", "GET /api/widgets/weather",
				"GET /api/widgets/exchange-rates", "GET /api/widgets/weather/places",
				"GET /api/widgets/exchange-rates/USD/history", "GET /api/articles?kind=photo-story",
				"GET /api/sections")) {
			services.answer(part, status, "{\"status\":" + status + "}");
		}
		Document page = page(StubServices.ARTICLE);
		assertThat(page.select("article .text > p")).hasSizeGreaterThan(8);
		assertThat(page.select(".box, .rating")).isEmpty();
	}

	@Test
	void leavesOutPartsThatAnswerNonsense() {
		services.answer("GET /api/widgets/weather", 200, "<html>");
		services.answer("GET /api/widgets/exchange-rates", 200, "[]");
		services.answer("GET /api/articles/a1b2c3d4e5/rating", 200, "null");
		Document page = page(StubServices.ARTICLE);
		assertThat(page.select("h1")).hasSize(1);
		assertThat(page.select("#thoi-tiet, #danh-gia")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/thoi-su/ten-cu-a1b2c3d4e5", "/xay-dung-dang/ten-khac-a1b2c3d4e5",
			"/xay-dung-dang/T%C3%AAn-Sai-a1b2c3d4e5" })
	void movesOldAddressesToTheCurrentOne(String address) {
		open(address).expectStatus().isEqualTo(301).expectHeader().location(StubServices.ARTICLE);
	}

	@Test
	void saysWhyAnArticleWasRetracted() {
		services.answer("GET /api/articles/a1b2c3d4e5", 410,
				"""
						{"type":"/problems/article-retracted","status":410,"reason":"Bài viết nêu sai <b>nguồn</b>.","retracted":"2026-11-23T05:00:00Z"}""");
		Document page = page(StubServices.ARTICLE, 410);
		assertThat(page.select("h1").text()).isEqualTo("Bài viết đã được gỡ bỏ");
		assertThat(page.select(".error-reason").text()).isEqualTo("Lý do: Bài viết nêu sai <b>nguồn</b>.");
		assertThat(page.select("main a[href=/]")).hasSize(1);
		assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/thoi-su/khong-co-zzzzzzzzzz", "/khong-co-muc", "/a/b/c/d", "/tac-gia/khong-ai" })
	void hasAPageForWhatIsNotThere(String address) {
		services.answer("GET /api/articles", 200, "{\"items\":[]}");
		Document page = page(address, 404);
		assertThat(page.select("h1").text()).isEqualTo("Không tìm thấy trang");
		assertThat(page.select("nav.sections a[href=/thoi-su]")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { StubServices.ARTICLE, "/", "/thoi-su", "/phong-su-anh", "/tac-gia/minh-ha", "/tim-kiem?q=a" })
	void asksToTryAgainWhileTheArticlesAreAway(String address) {
		services.answer("GET /api/articles", 503, "{}");
		services.answer("GET /api/articles?kind=photo-story", 503, "{}");
		services.answer("GET /api/articles/a1b2c3d4e5", 503, "{}");
		EntityExchangeResult<byte[]> answer = open(address).expectStatus().isEqualTo(503).expectBody().returnResult();
		assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
		assertThat(document(answer).select("h1").text()).isEqualTo("Trang tạm thời chưa xem được");
	}

	@Test
	void answersProblemDetailsToClientsOfTheApi() {
		client().get()
			.uri("/api/a/b/c/d")
			.accept(MediaType.APPLICATION_JSON)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void opensWithTheNewestStoryAndTheBestOfEachSection() {
		Document page = page("/");
		assertThat(page.select("h1")).hasSize(1);
		assertThat(page.select(".front-lead h2 a").attr("href")).isEqualTo(StubServices.ARTICLE);
		assertThat(page.select(".front-lead .paper-mark").text()).isEqualTo("QPTĐ-");
		assertThat(page.select(".front-newest .teaser")).hasSize(7);
		assertThat(page.select(".section-block > h2").eachText()).containsExactly("Xây dựng Đảng", "Thời sự",
				"Quốc phòng", "Văn hóa", "Đời sống");
		assertThat(page.select(".photos .teaser")).hasSize(3);
		assertThat(page.select(".top-rated li").eachText()).hasSize(2)
			.first()
			.asString()
			.contains("Trung bình 4,5 trên 5 sao");
		assertThat(page.select(".box > h2").eachText()).containsExactly("Dự báo thời tiết", "Tỷ giá ngoại tệ");
	}

	@Test
	void turnsThePagesOfASection() {
		Document first = page("/thoi-su");
		assertThat(first.select("h1").text()).isEqualTo("Thời sự");
		assertThat(first.select("nav.sections a[aria-current]").eachText()).containsExactly("Thời sự");
		Element next = Objects.requireNonNull(first.selectFirst(".paging a[rel=next]"));
		assertThat(next.text()).isEqualTo("Trang sau");
		assertThat(next.attr("href")).isEqualTo("/thoi-su?cursor=eyJhIjoxfQ%3D%3D");
		services.answer("GET /api/articles", 200, "{\"items\":[]}");
		Document second = page(next.attr("href"));
		assertThat(second.select(".paging a").eachAttr("href")).containsExactly("/thoi-su");
		assertThat(services.asked()).extracting(StubServices.Asked::address)
			.contains("/api/articles?section=thoi-su&limit=20&cursor=eyJhIjoxfQ%3D%3D");
	}

	@Test
	void showsAPhotoStoryInOrderAndOverTheWholeScreen() {
		Document page = page(StubServices.PHOTO_STORY);
		assertThat(page.select("article figure figcaption .caption").eachText()).containsExactly(
				"Năm giờ sáng, những chiếc thuyền đầu tiên cập bến.", "Rau từ bãi bồi được chuyền tay lên bờ.",
				"Người chèo đò cuối cùng.", "Đèn thuyền lúc chạng vạng.");
		assertThat(page.select("article figure .credit").eachText()).containsOnly("Ảnh: Minh Hà");
		assertThat(page.select("article a.enlarge").eachAttr("href")).containsExactly("#xem-1", "#xem-2", "#xem-3",
				"#xem-4");
		assertThat(page.select(".viewer").eachAttr("id")).containsExactly("xem-1", "xem-2", "xem-3", "xem-4");
		assertThat(page.select("#xem-2 nav a").eachAttr("href")).containsExactly("#xem-1", "#xem-3", "#anh-2");
		assertThat(page.select(".byline a").eachText()).containsExactly("Minh Hà", "Phương Linh");
		assertThat(page.select(".box-photos .teaser a").eachAttr("href")).doesNotContain(StubServices.PHOTO_STORY);
	}

	@Test
	void listsPhotoStoriesAuthorsAndWhatASearchFound() {
		assertThat(page("/phong-su-anh").select("h1").text()).isEqualTo("Phóng sự ảnh");
		assertThat(page("/tac-gia/minh-ha").select("h1").text()).isEqualTo("Bài viết của Minh Hà");
		Document found = page("/tim-kiem?q=h%E1%BB%93%20g%C6%B0%C6%A1m");
		assertThat(found.select("h1").text()).isEqualTo("Kết quả tìm kiếm cho “hồ gươm”");
		assertThat(found.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
		assertThat(found.select(".paging a[rel=next]").attr("href"))
			.isEqualTo("/tim-kiem?q=h%E1%BB%93+g%C6%B0%C6%A1m&cursor=eyJhIjoxfQ%3D%3D");
		assertThat(services.asked()).extracting(StubServices.Asked::address)
			.contains("/api/articles?q=h%E1%BB%93+g%C6%B0%C6%A1m&limit=20");
		assertThat(page("/tim-kiem").select("main").text()).contains("Nhập từ cần tìm");
	}

	@Test
	void castsAVoteByForm() {
		vote("stars=3").expectStatus().isSeeOther().expectHeader().location(StubServices.ARTICLE + "#danh-gia");
		assertThat(services.asked()).anySatisfy((asked) -> {
			assertThat(asked.method()).isEqualTo("PUT");
			assertThat(asked.address()).isEqualTo("/api/articles/a1b2c3d4e5/rating/mine");
			assertThat(asked.body()).isEqualTo("{\"stars\":3}");
			assertThat(asked.authorization()).startsWith("Bearer ");
		});
	}

	@Test
	void withdrawsAVoteByForm() {
		vote("stars=withdraw").expectStatus().isSeeOther().expectHeader().location(StubServices.ARTICLE + "#danh-gia");
		assertThat(services.asked()).extracting(StubServices.Asked::method).contains("DELETE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "stars=6", "stars=0", "stars=", "stars=1.5", "other=1", "stars=%3Cscript%3E" })
	void refusesAVoteThatIsNone(String form) {
		vote(form).expectStatus().isBadRequest().expectHeader().contentTypeCompatibleWith(MediaType.TEXT_HTML);
		assertThat(services.asked()).extracting(StubServices.Asked::method).doesNotContain("PUT", "DELETE");
	}

	@ParameterizedTest
	@CsvSource({ "409, 409", "404, 404", "410, 410", "500, 503", "503, 503" })
	void saysWhyAVoteWasNotTaken(int answered, int shown) {
		services.answer("PUT /api/articles/a1b2c3d4e5/rating/mine", answered, "{}");
		vote("stars=3").expectStatus().isEqualTo(shown).expectHeader().contentTypeCompatibleWith(MediaType.TEXT_HTML);
	}

	@Test
	void refusesAVoteFromAnotherSite() {
		client().post()
			.uri(StubServices.ARTICLE + "/danh-gia")
			.header("Sec-Fetch-Site", "cross-site")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue("stars=5")
			.exchange()
			.expectStatus()
			.isForbidden();
		assertThat(services.asked()).extracting(StubServices.Asked::method).doesNotContain("PUT");
	}

	@ParameterizedTest
	@CsvSource({ "text-size=150, text-size, 150", "contrast=highest, contrast, highest", "place=hue, place, hue",
			"language=en, language, en" })
	void keepsAChoiceWithoutScripts(String query, String cookie, String value) {
		open("/tuy-chon?" + query + "&back=/thoi-su%23thoi-tiet").expectStatus()
			.isSeeOther()
			.expectHeader()
			.location("/thoi-su#thoi-tiet")
			.expectCookie()
			.valueEquals(cookie, value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)" })
	void neverSendsAReaderElsewhere(String back) {
		client().get()
			.uri((uri) -> uri.path("/tuy-chon").queryParam("back", "{back}").build(back))
			.exchange()
			.expectHeader()
			.location("/");
	}

	@Test
	void drawsThePageAsTheReaderChose() {
		Document page = Jsoup.parse(new String(Objects.requireNonNull(client().get()
			.uri(StubServices.ARTICLE)
			.accept(MediaType.TEXT_HTML)
			.cookie("text-size", "150")
			.cookie("contrast", "high")
			.cookie("place", "hue")
			.cookie("language", "en")
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseBody()), StandardCharsets.UTF_8));
		assertThat(page.select("html").attr("data-text-size")).isEqualTo("150");
		assertThat(page.select("html").attr("data-contrast")).isEqualTo("high");
		assertThat(page.select("html").attr("lang")).isEqualTo("en");
		assertThat(page.select("article").attr("lang")).isEqualTo("vi");
		assertThat(page.select("[name=text-size]").eachAttr("value")).containsExactly("125", "100", "175");
		assertThat(page.select("[name=contrast]").eachAttr("value")).containsExactly("highest", "normal");
		assertThat(page.select("[data-rating-sentence]").text())
			.isEqualTo("Total points of this article: 9 in 2 ratings");
		assertThat(services.asked()).extracting(StubServices.Asked::address).contains("/api/widgets/weather?place=hue");
	}

	@Test
	void leavesWhatWasNotChosenToTheSystem() {
		Element html = Objects.requireNonNull(page(StubServices.ARTICLE).selectFirst("html"));
		assertThat(html.hasAttr("data-text-size")).isFalse();
		assertThat(html.hasAttr("data-contrast")).isFalse();
	}

	@Test
	void keepsPagesWithAReadersVoteOutOfSharedCaches() {
		open(StubServices.ARTICLE).expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
		client().get()
			.uri(StubServices.ARTICLE)
			.cookie("own-vote", "1")
			.exchange()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache, private");
	}

	@Test
	void runsOnlyItsOwnInlineScript() {
		EntityExchangeResult<byte[]> answer = open(StubServices.ARTICLE).expectBody().returnResult();
		String policy = answer.getResponseHeaders().getFirst("Content-Security-Policy");
		Document page = document(answer);
		assertThat(policy).contains(
				new InlineScript(Objects.requireNonNull(page.selectFirst("head > script:not([src])")).data()).policy());
		assertThat(page.select("[style], style")).isEmpty();
	}

	@Test
	void servesStyleAndScriptForEverUnderAddressesThatChangeWithThem() {
		Document page = page("/");
		for (String address : List.of(page.select("link[rel=stylesheet]").attr("href"),
				page.select("script[src]").attr("src"), page.select("link[rel=icon]").attr("href"))) {
			open(address).expectStatus()
				.isOk()
				.expectHeader()
				.valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable");
		}
	}

	@Test
	void offersTheNewsroomItsLogin() {
		assertThat(page("/thoi-su").select("footer a[href=/dang-nhap?back=%2Fthoi-su]").text()).isEqualTo("Đăng nhập");
	}

	@Test
	void showsTheLastSectionsWhileTheyAreNotAvailable() {
		page("/");
		services.answer("GET /api/sections", 503, "{}");
		assertThat(page("/thoi-su").select("nav.sections a").eachText()).contains("Thời sự");
	}

	private WebTestClient.ResponseSpec vote(String form) {
		return client().post()
			.uri(StubServices.ARTICLE + "/danh-gia")
			.accept(MediaType.TEXT_HTML)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(form)
			.exchange();
	}

	private Document page(String address) {
		return page(address, 200);
	}

	private Document page(String address, int status) {
		return document(open(address).expectStatus().isEqualTo(status).expectBody().returnResult());
	}

	private static Document document(EntityExchangeResult<byte[]> answer) {
		return Jsoup.parse(new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8));
	}

	private WebTestClient.ResponseSpec open(String address) {
		return client().get()
			.uri(java.net.URI.create("http://localhost:" + this.port + address))
			.accept(MediaType.TEXT_HTML)
			.exchange();
	}

	private WebTestClient client() {
		return WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(Duration.ofSeconds(30))
			.build();
	}

	/** The evening on which the samples were taken. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Evening {

		@Bean
		@Primary
		Clock evening() {
			return Clock.fixed(Instant.parse("2026-11-23T14:00:00Z"), ZoneOffset.UTC);
		}

	}

}
