package vn.bantin.local.system;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A reader with a browser, on the real newspaper. */
@ExtendWith(RunningNewspaper.class)
class BrowserIntegrationTests {

	private WebDriver browser;

	@BeforeEach
	void openBrowser(@TempDir Path profile) {
		this.browser = Browsers.open(profile);
		this.browser.manage().window().setSize(new Dimension(390, 844));
	}

	@AfterEach
	void closeBrowser() {
		// There is none when the test was skipped.
		if (this.browser != null) {
			this.browser.quit();
		}
	}

	@Test
	void ratesWithoutReloadAndKeepsTextSizeAndContrast(Newspaper newspaper, Desks desks) {
		var published = newspaper.desk(desks.editor()).publishNew("Bài đọc bằng trình duyệt").json();
		String id = published.path("id").asString();
		String url = published.path("url").asString();
		await().until(() -> newspaper.newReader().rate(id, 4).status() == 200);
		await().untilAsserted(() -> assertThat(newspaper.page(url).text()).contains("4 trong 1 đánh giá"));

		this.browser.get(newspaper.at(url).toString());
		String load = timeOrigin();
		click(By.cssSelector("label:has(input[name=stars][value='3'])"));
		new WebDriverWait(this.browser, Duration.ofSeconds(10)).until((driver) -> driver.findElement(By.tagName("main"))
			.getText()
			.contains("Tổng số điểm của bài viết là: 7 trong 2 đánh giá"));
		assertThat(timeOrigin()).as("the page was not loaded again").isEqualTo(load);

		String size = fontSize();
		click(By.xpath("//button[normalize-space()='A+']"));
		click(By.xpath("//button[contains(normalize-space(), 'Tăng tương phản')]"));
		String enlarged = fontSize();
		String contrast = contrast();
		assertThat(Double.parseDouble(enlarged.replace("px", "")))
			.isGreaterThan(Double.parseDouble(size.replace("px", "")));

		this.browser.navigate().refresh();
		assertThat(fontSize()).isEqualTo(enlarged);
		assertThat(contrast()).isEqualTo(contrast);
		assertThat(this.browser.findElement(By.cssSelector("input[name=stars][value='3']")).isSelected()).isTrue();
	}

	private void click(By what) {
		WebElement element = this.browser.findElement(what);
		script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
		element.click();
	}

	private String timeOrigin() {
		return script("return performance.timeOrigin + '/' + performance.navigation.type");
	}

	private String script(String source, Object... arguments) {
		return String.valueOf(((JavascriptExecutor) this.browser).executeScript(source, arguments));
	}

	private String fontSize() {
		return this.browser.findElement(By.cssSelector("article p")).getCssValue("font-size");
	}

	private String contrast() {
		return String.valueOf(this.browser.findElement(By.tagName("html")).getDomAttribute("data-contrast"));
	}

}
