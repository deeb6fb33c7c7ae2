package vn.bantin.article.media;

import vn.bantin.service.problem.InvalidRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.bantin.service.problem.Problems;

/** Uploads pictures and serves their renditions. */
@RestController
class MediaController {

	private final Renditions renditions = new Renditions();

	private final MediaStore store;

	MediaController(MediaStore store) {
		this.store = store;
	}

	/**
	 * Stores a picture. It is turned upright, resized and loses its metadata.
	 * @param file JPEG, PNG or WebP; at most 10 MiB and 40 million pixels
	 */
	@PostMapping(path = "/api/newsroom/media", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<?> upload(@RequestParam MultipartFile file) throws IOException, InterruptedException {
		Renditions.Picture picture = this.renditions.make(file.getBytes());
		String id = this.store.store(picture);
		return ResponseEntity.status(HttpStatus.CREATED)
			.body(Map.of("id", id, "width", picture.width(), "height", picture.height(), "widths", Renditions.WIDTHS,
					"type", picture.type()));
	}

	/**
	 * A picture in one of its widths. It never changes, so it may be kept for ever.
	 * @param id the picture's id
	 * @param width in pixels
	 */
	@GetMapping("/api/media/{id}/{width}")
	ResponseEntity<?> rendition(@PathVariable String id, @PathVariable String width) {
		Optional<Integer> known = Renditions.WIDTHS.stream().filter((it) -> it.toString().equals(width)).findFirst();
		if (known.isEmpty()) {
			throw new InvalidRequest("width", width, "one of " + Renditions.WIDTHS);
		}
		Optional<MediaStore.StoredFile> file = this.store.load(id, known.get());
		if (file.isEmpty()) {
			return ResponseEntity
				.of(Problems.of(HttpStatus.NOT_FOUND, "not-found", "There is no such picture",
						"There is no picture '" + id + "'."))
				.build();
		}
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(file.get().type()))
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(file.get().bytes());
	}

}
