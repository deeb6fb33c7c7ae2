package vn.bantin.article.publishing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

	@ParameterizedTest
	@CsvSource({ "Đẩy mạnh cải cách, day-manh-cai-cach", "'  Hà Nội: 85,39% ', ha-noi-85-39", "日本, bai",
			"Xây dựng Đảng bộ, xay-dung-dang-bo" })
	void writesVietnameseWithoutDiacritics(String words, String slug) {
		assertThat(Slug.of(words).value()).isEqualTo(slug);
	}

	@Test
	void cutsLongTitlesBetweenWords() {
		String slug = Slug.of("nghiêng ".repeat(30)).value();
		assertThat(slug.length()).isLessThanOrEqualTo(80);
		assertThat(slug).doesNotEndWith("-").matches("(nghieng-)*nghieng");
	}

	@Test
	void readsDecomposedLettersTheSame() {
		assertThat(Slug.of("Việt")).isEqualTo(Slug.of("Việt"));
	}

}
