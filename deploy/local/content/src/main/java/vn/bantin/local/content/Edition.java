package vn.bantin.local.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * All sample articles.
 *
 * @param stories in the order in which they are published: the last stands on top of the
 * home page
 */
record Edition(List<Story> stories) {

	private static final String FOLDER = "/articles/";

	static Edition read() {
		StoryReader reader = new StoryReader();
		return new Edition(text("edition.txt").lines()
			.filter((line) -> !line.isBlank())
			.map((slug) -> reader.read(slug, text(slug + ".md")))
			.toList());
	}

	private static String text(String name) {
		try (InputStream stream = Edition.class.getResourceAsStream(FOLDER + name)) {
			if (stream == null) {
				throw new IllegalStateException("There is no " + FOLDER + name + " in this program");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(FOLDER + name + " cannot be read", ex);
		}
	}

	/** The names of all drawings, each once. */
	SequencedSet<String> pictures() {
		SequencedSet<String> names = new LinkedHashSet<>();
		this.stories.forEach((story) -> names.addAll(story.pictures()));
		return names;
	}

	/** What there is, in the newspaper's language. */
	String summary() {
		long photoStories = this.stories.stream().filter(Story::isPhotoStory).count();
		return "%d bài, %d phóng sự ảnh, %d ảnh".formatted(this.stories.size() - photoStories, photoStories,
				pictures().size());
	}

}
