package vn.bantin.local.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has been loaded so far, kept in a file. The file is replaced atomically after each
 * step, so a kill leaves the state before or after that step. A step that was done but
 * not recorded is repeated with the same idempotency key, which changes nothing.
 */
final class Progress {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
		.build();

	private final Path file;

	private final Steps steps;

	private Progress(Path file, Steps steps) {
		this.file = file;
		this.steps = steps;
	}

	static Progress open(Path folder) {
		Path file = folder.resolve("sample-content.json");
		try {
			Files.createDirectories(folder);
			return new Progress(file,
					Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), Steps.class) : new Steps());
		}
		catch (IOException | JacksonException ex) {
			throw new LoadFailed("The progress of earlier runs cannot be read from %s: %s.".formatted(file, ex), ex);
		}
	}

	boolean isUploaded(String picture) {
		return this.steps.pictures().containsKey(picture);
	}

	boolean isPublished(String slug) {
		return this.steps.articles().containsKey(slug);
	}

	/** Media ids by picture name. */
	Map<String, String> pictures() {
		return Map.copyOf(this.steps.pictures());
	}

	/** The id of any published article. */
	Optional<String> anyArticle() {
		return this.steps.articles().values().stream().findFirst();
	}

	void uploaded(String picture, String media) {
		this.steps.pictures().put(picture, media);
		write();
	}

	void published(String slug, String id) {
		this.steps.articles().put(slug, id);
		write();
	}

	void reset() {
		this.steps.pictures().clear();
		this.steps.articles().clear();
		write();
	}

	private void write() {
		Path draft = this.file.resolveSibling(this.file.getFileName() + ".new");
		try {
			// Synced before the rename, or a power cut could leave an empty file.
			Files.write(draft, JSON.writeValueAsBytes(this.steps), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
			Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new LoadFailed("The progress cannot be written to %s: %s.".formatted(this.file, ex), ex);
		}
	}

	/**
	 * The file's content.
	 *
	 * @param pictures media ids by picture name
	 * @param articles ids of published articles by slug
	 */
	record Steps(SortedMap<String, String> pictures, SortedMap<String, String> articles) {

		Steps() {
			this(new TreeMap<>(), new TreeMap<>());
		}

	}

}
