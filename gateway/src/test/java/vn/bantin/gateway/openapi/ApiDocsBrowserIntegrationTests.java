package vn.bantin.gateway.openapi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
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

/** The page that shows the API's document, in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "bantin.keys.create=true", "management.server.port=0" })
class ApiDocsBrowserIntegrationTests {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	@TempDir
	static Path keys;

	@TempDir
	private Path profile;

	@LocalServerPort
	private int port;

	private ChromeDriver browser;

	@DynamicPropertySource
	static void keysHere(DynamicPropertyRegistry registry) {
		registry.add("bantin.keys.dir", () -> keys.toString());
	}

	@BeforeEach
	void openBrowser() {
		Assumptions.assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
				"skipped: no browser here; install Debian's packages chromium and chromium-driver");
		ChromeOptions options = new ChromeOptions();
		options.setBinary(CHROMIUM.toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--user-data-dir=" + this.profile);
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability("goog:loggingPrefs", logs);
		this.browser = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
		this.browser.manage().window().setSize(new Dimension(1280, 900));
	}

	@AfterEach
	void closeBrowser() {
		if (this.browser != null) {
			this.browser.quit();
		}
	}

	@Test
	void showsEveryOperationAndTriesOneOutWithoutBreakingThePolicy() throws Exception {
		this.browser.get("http://127.0.0.1:" + this.port + "/api/docs");
		long operations = WholeDocument.assemble().operations().count();
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.browser.findElements(By.cssSelector(".opblock")))
				.hasSize(Math.toIntExact(operations)));

		press("#operations-Gateway-getGatewayKeys .opblock-summary-control");
		press("#operations-Gateway-getGatewayKeys .execute");
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(texts("#operations-Gateway-getGatewayKeys .live-responses-table"))
				.anySatisfy((answer) -> assertThat(answer).contains("200").contains("kty")));

		assertThat(this.browser.manage().logs().get(LogType.BROWSER).getAll()).extracting(LogEntry::getMessage)
			.isEmpty();
	}

	private List<String> texts(String selector) {
		return this.browser.findElements(By.cssSelector(selector)).stream().map((it) -> it.getText()).toList();
	}

	private void press(String selector) {
		await().atMost(Duration.ofSeconds(10))
			.ignoreExceptions()
			.until(() -> this.browser.findElement(By.cssSelector(selector)).isDisplayed());
		this.browser.findElement(By.cssSelector(selector)).click();
	}

}
