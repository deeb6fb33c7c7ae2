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
 * @param stories in order of publication: the last one tops the home page
 */
record Edition(List<Story> stories) {

	static Edition read() {
		StoryReader reader = new StoryReader();
		return new Edition(text("edition.txt").lines()
			.filter((line) -> !line.isBlank())
			.map((slug) -> reader.read(slug, text(slug + ".md")))
			.toList());
	}

	/** The JPEG with this name. */
	static byte[] picture(String name) {
		return resource("/pictures/" + name + ".jpg");
	}

	private static String text(String name) {
		return new String(resource("/articles/" + name), StandardCharsets.UTF_8);
	}

	private static byte[] resource(String path) {
		try (InputStream stream = Edition.class.getResourceAsStream(path)) {
			if (stream == null) {
				throw new IllegalStateException("The sample content has no file " + path);
			}
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(path + " cannot be read", ex);
		}
	}

	/** The names of all pictures, without duplicates. */
	SequencedSet<String> pictures() {
		SequencedSet<String> names = new LinkedHashSet<>();
		this.stories.forEach((story) -> names.addAll(story.pictures()));
		return names;
	}

	/** Counts of articles, photo stories and pictures, in Vietnamese. */
	String summary() {
		long photoStories = this.stories.stream().filter(Story::isPhotoStory).count();
		return "%d bài, %d phóng sự ảnh, %d ảnh".formatted(this.stories.size() - photoStories, photoStories,
				pictures().size());
	}

}
