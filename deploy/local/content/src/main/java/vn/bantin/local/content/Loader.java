package vn.bantin.local.content;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import vn.bantin.local.content.Newsroom.Stored;

/**
 * Brings the edition into the newsroom. All pictures go first: so a draft is the same
 * whenever it is sent, also by a later run, and its idempotency key always stands for the
 * same words.
 */
final class Loader {

	/** Drawing wants a core each; the newspaper needs the others. */
	private static final int DRAWERS = 2;

	private final Edition edition;

	private final Newsroom newsroom;

	private final Progress progress;

	private final Function<String, byte[]> drawings;

	/**
	 * Puts the loader together.
	 * @param edition what to load
	 * @param newsroom where to
	 * @param progress what was done already
	 * @param drawings a JPEG by the drawing's name
	 */
	Loader(Edition edition, Newsroom newsroom, Progress progress, Function<String, byte[]> drawings) {
		this.edition = edition;
		this.newsroom = newsroom;
		this.progress = progress;
		this.drawings = drawings;
	}

	void load() throws InterruptedException {
		forgetAnotherDatabase();
		uploadPictures();
		// One by one: the order of publication is the order of the home page.
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

	/** The notes are of no use when the newspaper was given an empty database since. */
	private void forgetAnotherDatabase() throws InterruptedException {
		String known = this.progress.anyArticle().orElse(null);
		if (known != null && this.newsroom.find(known).isEmpty()) {
			this.progress.forgetAll();
		}
	}

	private void uploadPictures() throws InterruptedException {
		ExecutorService drawers = Executors.newFixedThreadPool(DRAWERS);
		try {
			List<Future<?>> uploads = new ArrayList<>();
			for (String name : this.edition.pictures()) {
				if (this.progress.picture(name).isEmpty()) {
					uploads.add(drawers.submit(() -> {
						upload(name);
						return name;
					}));
				}
			}
			for (Future<?> upload : uploads) {
				upload.get();
			}
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof LoadFailed failure) {
				throw failure;
			}
			throw new IllegalStateException("A picture could not be drawn", ex.getCause());
		}
		finally {
			drawers.shutdownNow();
		}
	}

	private void upload(String name) throws InterruptedException {
		this.progress.uploaded(name, this.newsroom.upload(name, this.drawings.apply(name)));
	}

}
