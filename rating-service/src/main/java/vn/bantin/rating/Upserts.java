package vn.bantin.rating;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Keeps the newest state of things whose events come twice and late. The filter of each
 * asks for a document that is older; when there is a newer one, the upsert meets its own
 * id and changes nothing.
 */
public final class Upserts {

	private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

	private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

	private Upserts() {
	}

	/**
	 * One of them.
	 * @param older the id, and what makes the stored state an older one
	 * @param state the newer state
	 * @return the upsert
	 */
	public static UpdateOneModel<Document> of(Bson older, Bson state) {
		return new UpdateOneModel<>(older, state, UPSERT);
	}

	/**
	 * The newest of each thing that a batch tells of.
	 * @param <T> what is told
	 * @param heard all of it
	 * @param id whom it is about
	 * @param order the newest last
	 * @return one an id
	 */
	public static <T> Stream<T> newest(List<T> heard, Function<T, String> id, Comparator<T> order) {
		return heard.stream()
			.collect(Collectors.toMap(id, Function.identity(), BinaryOperator.maxBy(order), LinkedHashMap::new))
			.values()
			.stream();
	}

	/**
	 * Stores those that are newer than what is stored.
	 * @param collection where
	 * @param upserts one an id
	 * @throws MongoBulkWriteException if one fails for another reason
	 */
	public static void keepNewest(MongoCollection<Document> collection, List<UpdateOneModel<Document>> upserts) {
		try {
			collection.bulkWrite(upserts, IN_ANY_ORDER);
		}
		catch (MongoBulkWriteException ex) {
			boolean nothingNewer = ex.getWriteConcernError() == null && ex.getWriteErrors()
				.stream()
				.allMatch((error) -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
			if (!nothingNewer) {
				throw ex;
			}
		}
	}

}
