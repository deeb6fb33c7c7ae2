package vn.bantin.gateway.cache;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.bantin.gateway.change.Tag;

/**
 * Tells how many of the readers' requests the memory answers when articles are asked for
 * by Zipf's law (s = 1). To be run by hand: bytes of a page, MiB of memory, and number of
 * articles, such as {@code 34265 256 100000}.
 */
final class MemoryHitRate {

	private static final Logger logger = LoggerFactory.getLogger(MemoryHitRate.class);

	private static final int REQUESTS = 3_000_000;

	private MemoryHitRate() {
	}

	public static void main(String[] arguments) {
		int size = Integer.parseInt(arguments[0]);
		long mebibytes = Long.parseLong(arguments[1]);
		double[] upTo = zipf(Integer.parseInt(arguments[2]));
		Memory memory = new Memory(mebibytes << 20, () -> 0);
		Random random = new Random(7);
		int hits = 0;
		for (int i = -REQUESTS; i < REQUESTS; i++) {
			int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
			int number = (found < 0) ? -found - 1 : found;
			CacheKey key = new CacheKey("/thoi-su/bai-" + number, "", "");
			if (memory.find(key) == null) {
				memory.keep(key, page(size, "a" + number), 0);
			}
			else if (i >= 0) {
				hits++;
			}
		}
		logger.info(String.format(Locale.ROOT,
				"%.1f %% of %,d requests for %,d pages of %,d bytes were hits; %,d pages are in %d MiB",
				100.0 * hits / REQUESTS, REQUESTS, upTo.length, size, memory.count(), mebibytes));
	}

	/** The sum of the weights up to each rank. */
	private static double[] zipf(int articles) {
		double[] upTo = new double[articles];
		double sum = 0;
		for (int i = 0; i < articles; i++) {
			sum += 1.0 / (i + 1);
			upTo[i] = sum;
		}
		return upTo;
	}

	private static CachedAnswer page(int size, String id) {
		return new CachedAnswer(HttpResponseStatus.OK, new DefaultHttpHeaders(),
				new Representation(Coding.IDENTITY, new byte[size], id), true, Set.of(Tag.article(id)), Version.NONE,
				new Lifetime(Duration.ofMinutes(1), Duration.ofMinutes(5)), 0);
	}

}
