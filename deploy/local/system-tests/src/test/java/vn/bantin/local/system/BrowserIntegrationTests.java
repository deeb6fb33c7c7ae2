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
		this.browser.quit();
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
		WebElement third = this.browser.findElement(By.cssSelector("input[name=stars][value='3']"));
		third.findElement(By.xpath("./ancestor-or-self::label | //label[@for='" + third.getAttribute("id") + "']")).click();
		new WebDriverWait(this.browser, Duration.ofSeconds(10)).until((driver) -> driver.findElement(By.tagName("main"))
			.getText()
			.contains("Tổng số điểm của bài viết là: 7 trong 2 đánh giá"));
		assertThat(timeOrigin()).as("the page was not loaded again").isEqualTo(load);

		String size = fontSize();
		this.browser.findElement(By.xpath("//button[normalize-space()='A+']")).click();
		this.browser.findElement(By.xpath("//button[contains(normalize-space(), 'Tăng tương phản')]")).click();
		String enlarged = fontSize();
		String contrast = contrast();
		assertThat(Double.parseDouble(enlarged.replace("px", "")))
			.isGreaterThan(Double.parseDouble(size.replace("px", "")));

		this.browser.navigate().refresh();
		assertThat(fontSize()).isEqualTo(enlarged);
		assertThat(contrast()).isEqualTo(contrast);
		assertThat(this.browser.findElement(By.cssSelector("input[name=stars][value='3']")).isSelected()).isTrue();
	}

	private String timeOrigin() {
		return String.valueOf(((org.openqa.selenium.JavascriptExecutor) this.browser)
			.executeScript("return performance.timeOrigin + '/' + performance.navigation.type"));
	}

	private String fontSize() {
		return this.browser.findElement(By.cssSelector("article p")).getCssValue("font-size");
	}

	private String contrast() {
		return this.browser.findElement(By.tagName("html")).getAttribute("data-contrast");
	}

}
