package vn.bantin.article.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSDownloadStream;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import org.bson.BsonString;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import vn.bantin.article.publishing.Ids;
import vn.bantin.article.publishing.Pictures;

/**
 * Pictures in GridFS, one file per width. The widest is written last and marks the
 * picture as complete: what a killed process left half-written is never shown.
 */
@Repository
class MediaStore implements Pictures {

	private final GridFSBucket files;

	MediaStore(MongoDatabase database) {
		this.files = GridFSBuckets.create(database, "media");
	}

	String store(Renditions.Picture picture) {
		String id = "m" + Ids.random();
		picture.files().forEach((width, file) -> {
			Document about = new Document("width", picture.width()).append("height", picture.height())
				.append("type", picture.type());
			this.files.uploadFromStream(name(id, width), name(id, width).getValue(), new ByteArrayInputStream(file),
					new GridFSUploadOptions().metadata(about));
		});
		return id;
	}

	Optional<StoredFile> load(String id, int width) {
		if (about(id).isEmpty()) {
			return Optional.empty();
		}
		try (GridFSDownloadStream file = this.files.openDownloadStream(name(id, width))) {
			Document about = Objects.requireNonNull(file.getGridFSFile().getMetadata());
			return Optional.of(new StoredFile(about.getString("type"), file.readAllBytes()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Optional<Size> size(String media) {
		return about(media).map((about) -> new Size(about.getInteger("width"), about.getInteger("height")));
	}

	private Optional<Document> about(String id) {
		GridFSFile whole = this.files.find(Filters.eq(name(id, Renditions.WIDTHS.getLast()))).first();
		return Optional.ofNullable(whole).map(GridFSFile::getMetadata);
	}

	private static BsonString name(String id, int width) {
		return new BsonString(id + "/" + width);
	}

	/**
	 * A stored file.
	 *
	 * @param type its media type
	 * @param bytes the file
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record StoredFile(String type, byte[] bytes) {
	}

}
