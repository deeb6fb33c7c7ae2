package vn.bantin.gateway.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The pages in a real browser: what scripts add, what works without them, and whether
 * everybody can read them.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "bantin.site.article-within=20s", "bantin.site.list-within=20s", "bantin.site.part-within=20s" })
class SiteBrowserIntegrationTests {

	private static final StubServices services = new StubServices();

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private static final String TEXT = "article .text p";

	@TempDir
	static Path keys;

	@TempDir
	private Path profile;

	@LocalServerPort
	private int port;

	private ChromeDriver browser;

	@DynamicPropertySource
	static void behindIt(DynamicPropertyRegistry registry) {
		SiteSettings.of(services, keys).forEach((name, value) -> registry.add(name, () -> value));
	}

	@AfterAll
	static void closeServices() {
		services.close();
	}

	@BeforeEach
	void openBrowser() {
		Assumptions.assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
				"skipped: no browser here; install Debian's packages chromium and chromium-driver");
		services.goodDay();
		start(true);
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.quit();
		}
	}

	@Test
	void enlargesTheTextUpToTwiceItsSizeAndBack() {
		open(StubServices.ARTICLE);
		double usual = textSize();
		for (int step = 0; step < 6; step++) {
			press("A+");
		}
		assertThat(textSize()).isEqualTo(usual * 2);
		assertThat(cutOff()).isEqualTo(List.of());
		press("A");
		assertThat(textSize()).isEqualTo(usual);
		press("A-");
		press("A-");
		press("A-");
		assertThat(textSize() / usual).isBetween(0.79, 0.81);
	}

	@Test
	void keepsTextSizeAndContrastForTheNextPage() {
		open(StubServices.ARTICLE);
		press("A+");
		press("Tăng tương phản");
		double chosen = textSize();
		assertThat(contrast()).isEqualTo("high");
		this.browser.navigate().refresh();
		assertThat(textSize()).isEqualTo(chosen);
		assertThat(contrast()).isEqualTo("high");
		open("/thoi-su");
		assertThat(contrast()).isEqualTo("high");
		assertThat(this.browser.findElement(By.tagName("html")).getAttribute("data-text-size")).isEqualTo("110");
	}

	@Test
	void setsTheChoiceBeforeTheFirstPaint() {
		open(StubServices.ARTICLE);
		press("A+");
		press("Tăng tương phản");
		// Runs before anything of the next page and notes what the page looks like when
		// it is first painted.
		this.browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
				new PerformanceObserver((list) => list.getEntriesByName('first-paint').forEach(() => {
				  window.seenAtFirstPaint = window.seenAtFirstPaint || 'late';
				})).observe({ type: 'paint', buffered: true });
				requestAnimationFrame(function look() {
				  if (!document.body) { requestAnimationFrame(look); return; }
				  const html = document.documentElement;
				  window.seenAtFirstPaint = html.dataset.textSize + ' ' + html.dataset.contrast + ' ' + html.className;
				});"""));
		this.browser.navigate().refresh();
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.browser.executeScript("return window.seenAtFirstPaint"))
				.isEqualTo("110 high js"));
		assertThat(this.browser.executeScript(
				"return performance.getEntriesByType('layout-shift').reduce((sum, shift) => sum + shift.value, 0)"))
			.asString()
			.isEqualTo("0");
	}

	@Test
	void setsTheChoiceEvenOnAPageThatACacheKeptFromBeforeIt() {
		open(StubServices.ARTICLE);
		String inline = (String) this.browser
			.executeScript("return document.querySelector('head > script:not([src])').textContent");
		this.browser
			.executeScript("document.cookie = 'text-size=175; Path=/'; document.cookie = 'contrast=highest; Path=/'");
		// By the debugger's door, which the page's own policy does not guard.
		this.browser.executeCdpCommand("Runtime.evaluate", Map.of("expression", inline));
		assertThat(contrast()).isEqualTo("highest");
		assertThat(this.browser.findElement(By.tagName("html")).getAttribute("data-text-size")).isEqualTo("175");
	}

	@Test
	void changesTheSentenceWithoutLoadingThePageAgain() {
		open(StubServices.ARTICLE);
		Object loaded = this.browser.executeScript("return performance.timeOrigin");
		this.browser.findElement(By.xpath("//input[@name='stars'][@value='3']/ancestor::label")).click();
		awaitSentence("Tổng số điểm của bài viết là: 8 trong 2 đánh giá");
		assertThat(text("[data-rating-mean]")).isEqualTo("Trung bình 4 trên 5 sao");
		assertThat(text("[data-rating-own]")).isEqualTo("Bạn đã chấm 3 sao.");
		assertThat(text("[data-bar='3'] [data-bar-count]")).isEqualTo("1");
		assertThat(star(3).isSelected()).isTrue();
		this.browser.findElement(By.cssSelector("[data-rating-withdraw] button")).click();
		awaitSentence("Tổng số điểm của bài viết là: 5 trong 1 đánh giá");
		assertThat(text("[data-rating-own]")).isEqualTo("Bạn đã rút lại đánh giá.");
		assertThat(this.browser.findElements(By.cssSelector("input[name=stars]:checked"))).isEmpty();
		assertThat(this.browser.executeScript("return performance.timeOrigin")).isEqualTo(loaded);
		assertThat(methods()).containsExactly("PUT", "DELETE");
	}

	@Test
	void votesByKeyboardOnlyWhenAskedTo() {
		open(StubServices.ARTICLE);
		star(4).sendKeys(Keys.ARROW_LEFT);
		assertThat(star(3).isSelected()).isTrue();
		assertThat(methods()).isEmpty();
		star(3).sendKeys(Keys.ENTER);
		awaitSentence("Tổng số điểm của bài viết là: 8 trong 2 đánh giá");
		assertThat(services.asked()).extracting(StubServices.Asked::body).contains("{\"stars\":3}");
	}

	@Test
	void saysSoWhenAVoteCannotBeSent() {
		services.answer("PUT /api/articles/a1b2c3d4e5/rating/mine", 503, "{}");
		open(StubServices.ARTICLE);
		this.browser.findElement(By.xpath("//input[@name='stars'][@value='3']/ancestor::label")).click();
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(text("[data-rating-own]")).startsWith("Chưa gửi được đánh giá"));
		assertThat(text("[data-rating-sentence]")).contains("9 trong 2");
	}

	@Test
	void doesItAllWithoutScripts() {
		this.browser.quit();
		start(false);
		open(StubServices.ARTICLE);
		double usual = textSize();
		press("A+");
		await().ignoreExceptions().untilAsserted(() -> assertThat(textSize()).isGreaterThan(usual));
		press("Tăng tương phản");
		await().ignoreExceptions().untilAsserted(() -> assertThat(contrast()).isEqualTo("high"));
		assertThat(this.browser.getCurrentUrl()).endsWith(StubServices.ARTICLE);
		star(2).sendKeys(Keys.SPACE);
		this.browser.findElement(By.cssSelector("[data-rating-form] button")).click();
		await().until(() -> this.browser.getCurrentUrl().endsWith(StubServices.ARTICLE + "#danh-gia"));
		this.browser.findElement(By.cssSelector("[data-rating-withdraw] button")).click();
		await().untilAsserted(() -> assertThat(methods()).containsExactly("PUT", "DELETE"));
		this.browser.findElement(By.cssSelector("select[name=place] option[value=hue]")).click();
		this.browser.findElement(By.cssSelector(".weather-place button")).click();
		await().untilAsserted(() -> assertThat(services.asked()).extracting(StubServices.Asked::address)
			.contains("/api/widgets/weather?place=hue"));
		open(StubServices.PHOTO_STORY);
		this.browser.findElement(By.cssSelector("#anh-2 a")).click();
		assertThat(this.browser.findElement(By.id("xem-2")).isDisplayed()).isTrue();
	}

	@Test
	void walksThroughPicturesByKeyboard() {
		open(StubServices.PHOTO_STORY);
		WebElement picture = this.browser.findElement(By.cssSelector("#anh-2 a"));
		picture.sendKeys(Keys.ENTER);
		awaitShown("xem-2");
		press(Keys.ARROW_RIGHT);
		awaitShown("xem-3");
		press(Keys.ARROW_LEFT);
		awaitShown("xem-2");
		press(Keys.ESCAPE);
		await().atMost(Duration.ofSeconds(5))
			.untilAsserted(
					() -> assertThat(this.browser.findElements(By.cssSelector("[data-viewer]:target"))).isEmpty());
		assertThat(this.browser.switchTo().activeElement()).isEqualTo(picture);
	}

	@ParameterizedTest
	@CsvSource({ StubServices.ARTICLE + ",normal,light", StubServices.ARTICLE + ",high,light",
			StubServices.ARTICLE + ",highest,light", StubServices.ARTICLE + ",normal,dark",
			StubServices.ARTICLE + ",high,dark", StubServices.ARTICLE + ",highest,dark", "/,normal,light",
			"/,highest,dark", "/thoi-su,normal,light", StubServices.PHOTO_STORY + ",normal,dark",
			"/khong-co,normal,light", "/tim-kiem?q=a,high,dark" })
	void canBeReadByEverybody(String address, String contrast, String scheme) {
		this.browser.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
		open("/tuy-chon?contrast=" + contrast + "&back=" + address);
		List<Rule> violations = new AxeBuilder()
			.withTags(List.of("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
			.analyze(this.browser)
			.getViolations();
		assertThat(violations).as(violations.toString()).isEmpty();
		// The rule for 7:1 is off unless asked for by name.
		List<Rule> pale = new AxeBuilder().withRules(List.of("color-contrast-enhanced"))
			.analyze(this.browser)
			.getViolations();
		assertThat(pale).as(pale.toString()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "390,100", "390,200", "320,200", "1280,100", "1280,200" })
	void cutsNothingOff(int width, int size) {
		this.browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", width < 600));
		for (String address : List.of(StubServices.ARTICLE, "/", "/thoi-su", StubServices.PHOTO_STORY, "/khong-co")) {
			open("/tuy-chon?text-size=" + size + "&back=" + address);
			assertThat(cutOff()).as(address).isEqualTo(List.of());
		}
	}

	@ParameterizedTest
	@CsvSource({ StubServices.ARTICLE, "/", StubServices.PHOTO_STORY })
	void breaksNoneOfItsOwnRules(String address) {
		open(address);
		press("A+");
		assertThat(this.browser.manage().logs().get(LogType.BROWSER).getAll()).extracting(LogEntry::getMessage)
			// Live updates are another part of the gateway; pages do without them.
			.filteredOn((message) -> !message.contains("/api/live"))
			.isEmpty();
	}

	private void start(boolean scripts) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(CHROMIUM.toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--user-data-dir=" + this.profile.resolve(scripts ? "scripts" : "no-scripts"));
		if (!scripts) {
			options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
		}
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability("goog:loggingPrefs", logs);
		this.browser = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
		this.browser.manage().window().setSize(new Dimension(1280, 900));
	}

	private void open(String address) {
		this.browser.get("http://127.0.0.1:" + this.port + address);
		// After a redirect the driver may come back before the style sheet does.
		await().until(() -> "complete".equals(this.browser.executeScript("return document.readyState")));
	}

	private void press(String button) {
		this.browser.findElement(By.xpath("//button[normalize-space()='" + button + "']")).click();
	}

	private void press(Keys key) {
		this.browser.switchTo().activeElement().sendKeys(key);
	}

	private WebElement star(int number) {
		return this.browser.findElement(By.cssSelector("input[name=stars][value='" + number + "']"));
	}

	private String text(String selector) {
		return this.browser.findElement(By.cssSelector(selector)).getText();
	}

	private void awaitSentence(String sentence) {
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(text("[data-rating-sentence]")).isEqualTo(sentence));
	}

	private void awaitShown(String viewer) {
		await().atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(this.browser.switchTo()
				.activeElement()
				.findElement(By.xpath("./ancestor::div[@data-viewer]"))
				.getAttribute("id")).isEqualTo(viewer));
	}

	private double textSize() {
		return Double
			.parseDouble(this.browser.findElement(By.cssSelector(TEXT)).getCssValue("font-size").replace("px", ""));
	}

	private String contrast() {
		return String.valueOf(this.browser.findElement(By.tagName("html")).getAttribute("data-contrast"));
	}

	/**
	 * What stands beyond the right edge and cannot be scrolled to inside a box of its
	 * own.
	 */
	private @Nullable Object cutOff() {
		return this.browser.executeScript("""
				const edge = document.documentElement.clientWidth;
				return document.documentElement.scrollWidth <= edge ? [] : [...document.body.querySelectorAll('*')]
				  .filter((each) => each.getBoundingClientRect().right > edge + 1 && !each.closest('.scroll > *'))
				  .map((each) => each.outerHTML.slice(0, 120));""");
	}

	private static List<String> methods() {
		return services.asked()
			.stream()
			.map(StubServices.Asked::method)
			.filter((method) -> !method.equals("GET"))
			.toList();
	}

}
