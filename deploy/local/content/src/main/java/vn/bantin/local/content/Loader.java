package vn.bantin.local.content;

import java.util.function.Function;

import vn.bantin.local.content.Newsroom.Stored;

/**
 * Loads the edition into the newsroom. All pictures are uploaded first, so a draft is
 * identical in every run and its idempotency key always goes with the same content.
 */
final class Loader {

	private final Edition edition;

	private final Newsroom newsroom;

	private final Progress progress;

	private final Function<String, byte[]> pictures;

	/**
	 * Creates a loader.
	 * @param edition what to load
	 * @param newsroom where to load it
	 * @param progress what earlier runs did
	 * @param pictures finds a JPEG by its name
	 */
	Loader(Edition edition, Newsroom newsroom, Progress progress, Function<String, byte[]> pictures) {
		this.edition = edition;
		this.newsroom = newsroom;
		this.progress = progress;
		this.pictures = pictures;
	}

	void load() throws InterruptedException {
		resetProgressIfDatabaseChanged();
		uploadPictures();
		publishStories();
	}

	/** Recorded progress is useless once the database has been reset. */
	private void resetProgressIfDatabaseChanged() throws InterruptedException {
		String known = this.progress.anyArticle().orElse(null);
		if (known != null && this.newsroom.find(known).isEmpty()) {
			this.progress.reset();
		}
	}

	private void uploadPictures() throws InterruptedException {
		for (String name : this.edition.pictures()) {
			if (!this.progress.isUploaded(name)) {
				this.progress.uploaded(name, this.newsroom.upload(name, this.pictures.apply(name)));
			}
		}
	}

	/** One at a time: the order of publication is the order of the home page. */
	private void publishStories() throws InterruptedException {
		for (Story story : this.edition.stories()) {
			if (!this.progress.isPublished(story.slug())) {
				Stored article = this.newsroom.create(story.slug(), story.draft(this.progress.pictures()));
				if (article.isDraft()) {
					this.newsroom.publish(story.slug(), article);
				}
				this.progress.published(story.slug(), article.id());
			}
		}
	}

}
