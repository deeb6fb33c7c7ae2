package vn.bantin.local.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was done already, in a file. It is replaced as a whole after each step, so a kill
 * leaves the state before the step or the one after it. A step that was done but not
 * noted is repeated with the same idempotency key, which changes nothing.
 */
final class Progress {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path file;

	private Steps steps;

	private Progress(Path file, Steps steps) {
		this.file = file;
		this.steps = steps;
	}

	static Progress open(Path folder) {
		Path file = folder.resolve("sample-content.json");
		try {
			Files.createDirectories(folder);
			Steps steps = Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), Steps.class) : Steps.NONE;
			return new Progress(file, steps);
		}
		catch (IOException | JacksonException ex) {
			throw new LoadFailed("What was loaded before cannot be read from %s: %s.".formatted(file, ex), ex);
		}
	}

	/** The media id of an uploaded drawing. */
	synchronized Optional<String> picture(String drawing) {
		return Optional.ofNullable(this.steps.pictures().get(drawing));
	}

	synchronized Map<String, String> pictures() {
		return Map.copyOf(this.steps.pictures());
	}

	synchronized boolean isPublished(String slug) {
		return this.steps.articles().containsKey(slug);
	}

	/** The id of some article that was published. */
	synchronized Optional<String> anyArticle() {
		return this.steps.articles().values().stream().findFirst();
	}

	synchronized void uploaded(String drawing, String media) {
		write(new Steps(with(this.steps.pictures(), drawing, media), this.steps.articles()));
	}

	synchronized void published(String slug, String id) {
		write(new Steps(this.steps.pictures(), with(this.steps.articles(), slug, id)));
	}

	synchronized void forgetAll() {
		write(Steps.NONE);
	}

	private static Map<String, String> with(Map<String, String> map, String key, String value) {
		Map<String, String> copy = new TreeMap<>(map);
		copy.put(key, value);
		return copy;
	}

	private void write(Steps next) {
		Path draft = this.file.resolveSibling(this.file.getFileName() + ".new");
		try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(next));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			// Before the rename: else a power cut may leave an empty file under the good
			// name.
			channel.force(true);
			Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new LoadFailed("What was loaded cannot be noted in %s: %s.".formatted(this.file, ex), ex);
		}
		this.steps = next;
	}

	/**
	 * The file's content.
	 *
	 * @param pictures media id by drawing
	 * @param articles article id by slug, published ones only
	 */
	record Steps(Map<String, String> pictures, Map<String, String> articles) {

		static final Steps NONE = new Steps(Map.of(), Map.of());

		Steps(@Nullable Map<String, String> pictures, @Nullable Map<String, String> articles) {
			this.pictures = (pictures != null) ? pictures : Map.of();
			this.articles = (articles != null) ? articles : Map.of();
		}

	}

}
