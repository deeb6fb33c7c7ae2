package vn.bantin.service.mongo;

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
 * Stores the newest state of things whose events come twice and late. The filter of each
 * upsert asks for an older document; when a newer one is stored, the upsert collides with
 * its id and changes nothing.
 */
public final class Upserts {

	private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

	private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

	private Upserts() {
	}

	/**
	 * The upsert of a state.
	 * @param older the id, and what makes the stored state an older one
	 * @param state the newer state
	 * @return the upsert
	 */
	public static UpdateOneModel<Document> of(Bson older, Bson state) {
		return new UpdateOneModel<>(older, state, UPSERT);
	}

	/**
	 * The newest state of each id in a batch.
	 * @param <T> a state
	 * @param states all of them
	 * @param id the id of a state
	 * @param order the newest last
	 * @return one per id
	 */
	public static <T> Stream<T> newest(List<T> states, Function<T, String> id, Comparator<T> order) {
		return states.stream()
			.collect(Collectors.toMap(id, Function.identity(), BinaryOperator.maxBy(order), LinkedHashMap::new))
			.values()
			.stream();
	}

	/**
	 * Stores those that are newer than what is stored.
	 * @param collection where they are stored
	 * @param upserts one per id
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
