package vn.bantin.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves MongoDB's protocol on 127.0.0.1 from one file. A write is in the file before it
 * is acknowledged.
 */
public final class LocalDatabase {

	private static final Logger logger = LoggerFactory.getLogger(LocalDatabase.class);

	private LocalDatabase() {
	}

	/**
	 * Serves until the process is stopped.
	 * @param args data folder, port; then {@code --exit-with-parent} to exit when the
	 * parent process does
	 * @throws IOException if the data folder cannot be written
	 */
	public static void main(String[] args) throws IOException {
		if (args.length < 2) {
			throw new IllegalArgumentException("needs: data folder, port");
		}
		if (args.length > 2 && "--exit-with-parent".equals(args[2])) {
			ProcessHandle.current().parent().ifPresent((parent) -> parent.onExit().thenRun(() -> System.exit(0)));
		}
		Path data = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
		MVStore store = new MVStore.Builder().fileName(data.resolve("mongo.mv").toString())
			.autoCommitDisabled()
			.cacheSize(32)
			.open();
		// Reuse old chunks at once; with the default of 45 s the file grows ninefold.
		store.setRetentionTime(0);
		MongoServer server = new MongoServer(new DurableBackend(store));
		Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "stop"));
		server.bind("127.0.0.1", Integer.parseInt(args[1]));
		logger.info("Serving {} on {}", data, server.getLocalAddress());
	}

}
