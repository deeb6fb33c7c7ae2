package vn.bantin.benchmark.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import vn.bantin.local.harness.Repository;

/**
 * The sentences and headings of a real article, from which others are generated.
 *
 * @param sentences in its order
 * @param headings in its order
 */
record Prose(List<String> sentences, List<String> headings) {

	private static final String REAL_ARTICLE = "deploy/local/content/src/main/resources/articles/xay-dung-dang-bo.md";

	private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\p{L}[.…]) (?=\\p{Lu})");

	private static final String FRONT_MATTER_END = "---";

	private static final String HEADING = "## ";

	Prose {
		sentences = List.copyOf(sentences);
		headings = List.copyOf(headings);
	}

	static Prose real() {
		try {
			return of(Files.readString(Repository.root().resolve(Path.of(REAL_ARTICLE)), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The article that content is generated from cannot be read", ex);
		}
	}

	static Prose of(String markdown) {
		List<String> sentences = new ArrayList<>();
		List<String> headings = new ArrayList<>();
		markdown.lines()
			.dropWhile((line) -> !line.equals(FRONT_MATTER_END))
			.skip(1)
			.filter((line) -> !line.isBlank())
			.forEach((line) -> {
				if (line.startsWith(HEADING)) {
					headings.add(line.substring(HEADING.length()));
				}
				else {
					SENTENCE_END.splitAsStream(line).forEach(sentences::add);
				}
			});
		return new Prose(sentences, headings);
	}

	String sentence(Random random) {
		return this.sentences.get(random.nextInt(this.sentences.size()));
	}

	String heading(Random random) {
		return this.headings.get(random.nextInt(this.headings.size()));
	}

	String paragraph(Random random, int sentences) {
		List<String> chosen = new ArrayList<>();
		for (int i = 0; i < sentences; i++) {
			chosen.add(sentence(random));
		}
		return String.join(" ", chosen);
	}

}
