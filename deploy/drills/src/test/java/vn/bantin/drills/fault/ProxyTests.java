package vn.bantin.drills.fault;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class ProxyTests {

	private static final Duration SOME_TIME = Duration.ofMillis(200);

	/** Fits into no buffer between the two. */
	private static final String LONG = "x".repeat(2_000_000);

	private LineServer server;

	private Proxy proxy;

	@BeforeEach
	void start() throws IOException {
		this.server = new LineServer();
		this.proxy = new Proxy(this.server.port(), 7);
	}

	@AfterEach
	void stop() {
		this.proxy.close();
		this.server.close();
	}

	private LineClient client() throws IOException {
		return new LineClient(this.proxy.port());
	}

	private static void staysSo(Callable<Boolean> what) {
		await().pollInterval(Duration.ofMillis(10)).during(SOME_TIME).until(what);
	}

	private static Duration time(Runnable what) {
		long begin = System.nanoTime();
		what.run();
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	@Test
	void passesBytesBothWays() throws IOException {
		try (LineClient client = client()) {
			assertThat(client.ask("Tin một")).isEqualTo("re:Tin một");
			assertThat(client.ask("Tin hai")).isEqualTo("re:Tin hai");
			assertThat(client.ask(LONG)).isEqualTo("re:" + LONG);
		}
		assertThat(this.server.received()).containsExactly("Tin một", "Tin hai", LONG);
	}

	@Test
	void keepsConnectionsApart() throws IOException {
		try (LineClient one = client(); LineClient other = client()) {
			one.send("one");
			other.send("other");
			assertThat(one.receive()).isEqualTo("re:one");
			assertThat(other.receive()).isEqualTo("re:other");
			assertThat(this.proxy.open()).isEqualTo(2);
		}
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void passesOnThatTheClientCloses() throws IOException {
		try (LineClient client = client()) {
			client.ask("hello");
		}
		await().until(() -> this.server.open() == 0);
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void passesOnThatTheServerCloses() throws IOException {
		try (LineClient client = client()) {
			client.ask("hello");
			this.server.closeConnections();
			assertThat(client.receive()).isEqualTo("gone");
		}
	}

	@Test
	void passesOnThatTheServerIsAway() throws IOException {
		this.server.close();
		try (LineClient client = client()) {
			assertThat(client.receive()).isEqualTo("gone");
		}
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void refusesWhileTheServerIsAwayAndListensAgainWhenItIsBack() throws IOException {
		int port = this.server.port();
		this.server.close();
		await().until(this::isRefused);
		staysSo(this::isRefused);

		this.server = new LineServer(port);

		await().until(() -> !isRefused());
		try (LineClient client = client()) {
			assertThat(client.ask("back")).isEqualTo("re:back");
		}
	}

	@Test
	void refusesAtOnceWhenAServerEndsThatWasConnected() throws IOException {
		try (LineClient client = client()) {
			client.ask("one");
			this.server.close();
			assertThat(client.receive()).isEqualTo("gone");
		}
		await().until(this::isRefused);
	}

	@Test
	void refusesNothingWhenTheServerOnlyHangsUp() throws IOException {
		try (LineClient client = client()) {
			client.ask("one");
			this.server.closeConnections();
			assertThat(client.receive()).isEqualTo("gone");
		}
		staysSo(() -> !isRefused());
	}

	private boolean isRefused() throws IOException {
		try (LineClient client = client()) {
			return false;
		}
		catch (ConnectException ex) {
			return true;
		}
	}

	@Test
	void delaysReplies() throws IOException {
		this.proxy.set(new Fault.Delay(SOME_TIME));
		try (LineClient client = client()) {
			for (int i = 0; i < 3; i++) {
				assertThat(time(() -> client.ask("hello"))).isGreaterThanOrEqualTo(SOME_TIME);
			}
		}
	}

	@Test
	void delaysALongReplyAsAShortOne() throws IOException {
		this.proxy.set(new Fault.Delay(SOME_TIME));
		int parts = LONG.length() / (32 * 1024);
		try (LineClient client = client()) {
			assertThat(time(() -> client.ask(LONG))).isLessThan(SOME_TIME.multipliedBy(parts / 2));
		}
	}

	@Test
	void delaysNoRequest() throws IOException {
		this.proxy.set(new Fault.Delay(Duration.ofHours(1)));
		try (LineClient client = client()) {
			CompletableFuture<String> answer = client.askInBackground("hello");
			await().until(() -> this.server.received().contains("hello"));
			assertThat(answer).isNotDone();
			this.proxy.set(Fault.NONE);
			assertThat(answer).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("re:hello");
		}
	}

	@Test
	void throttlesBothWays() throws IOException {
		this.proxy.set(new Fault.Throttle(20_000));
		try (LineClient client = client()) {
			assertThat(time(() -> client.ask("x".repeat(10_000)))).isGreaterThanOrEqualTo(Duration.ofMillis(950));
		}
	}

	@Test
	void stopsThrottlingWhenTheFaultEnds() throws IOException {
		this.proxy.set(new Fault.Throttle(1));
		try (LineClient client = client()) {
			CompletableFuture<String> answer = client.askInBackground("x".repeat(10_000));
			staysSo(() -> this.server.received().isEmpty());
			this.proxy.set(Fault.NONE);
			assertThat(answer).succeedsWithin(Duration.ofSeconds(20)).asString().hasSize(10_003);
		}
	}

	@Test
	void refusesToThrottleToNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Fault.Throttle(0)).withMessageContaining("0 bytes");
	}

	@Test
	void cutsOldConnectionsAndNewOnes() throws IOException {
		try (LineClient old = client()) {
			old.ask("hello");
			this.proxy.set(new Fault.Cut());
			assertThat(old.receive()).isEqualTo("gone");
			try (LineClient fresh = client()) {
				assertThat(fresh.receive()).isEqualTo("gone");
			}
		}
		await().until(() -> this.server.open() == 0);
		await().until(() -> this.proxy.open() == 0);
		assertThat(this.server.received()).containsExactly("hello");
	}

	@Test
	void connectsAgainAfterACut() throws IOException {
		this.proxy.set(new Fault.Cut());
		this.proxy.set(Fault.NONE);
		try (LineClient client = client()) {
			assertThat(client.ask("hello")).isEqualTo("re:hello");
		}
	}

	@Test
	void leavesOldConnectionsHalfOpenAndLetsNewOnesWork() throws IOException {
		try (LineClient old = client()) {
			old.ask("before");
			this.proxy.set(new Fault.HalfOpen());
			old.send("lost");
			try (LineClient fresh = client()) {
				assertThat(fresh.ask("new")).isEqualTo("re:new");
				staysSo(() -> this.server.received().equals(List.of("before", "new")) && old.hasReceivedNothing());
				assertThat(this.proxy.open()).isEqualTo(2);
			}
		}
	}

	@Test
	void doesNotTellAHalfOpenConnectionThatTheServerHangsUp() throws IOException {
		try (LineClient old = client()) {
			old.ask("before");
			this.proxy.set(new Fault.HalfOpen());
			this.server.closeConnections();
			await().until(() -> this.server.open() == 0);
			CompletableFuture<String> answer = old.askInBackground("lost");
			staysSo(() -> !answer.isDone());
			this.proxy.set(Fault.NONE);
			assertThat(answer).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("gone");
		}
	}

	@Test
	void closesHalfOpenConnectionsWhenMendedAndNoOthers() throws IOException {
		try (LineClient old = client()) {
			old.ask("before");
			this.proxy.set(new Fault.HalfOpen());
			try (LineClient fresh = client()) {
				fresh.ask("new");
				this.proxy.set(Fault.NONE);
				assertThat(old.receive()).isEqualTo("gone");
				assertThat(fresh.ask("mended")).isEqualTo("re:mended");
			}
		}
		assertThat(this.server.received()).containsExactly("before", "new", "mended");
	}

	@Test
	void holdsInABlackHoleAndDeliversAfterwards() throws IOException {
		try (LineClient old = client()) {
			old.ask("before");
			this.proxy.set(new Fault.BlackHole());
			CompletableFuture<String> answer = old.askInBackground("held");
			try (LineClient fresh = client()) {
				CompletableFuture<String> answerToNew = fresh.askInBackground("held too");
				staysSo(() -> this.server.received().equals(List.of("before")));
				this.proxy.set(Fault.NONE);
				assertThat(answer).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("re:held");
				assertThat(answerToNew).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("re:held too");
			}
		}
	}

	@Test
	void holdsTheReplyInABlackHole() throws IOException {
		this.proxy.set(new Fault.Delay(Duration.ofHours(1)));
		try (LineClient client = client()) {
			CompletableFuture<String> answer = client.askInBackground("hello");
			await().until(() -> this.server.received().contains("hello"));
			this.proxy.set(new Fault.BlackHole());
			staysSo(() -> !answer.isDone());
			this.proxy.set(Fault.NONE);
			assertThat(answer).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("re:hello");
		}
	}

	@Test
	void holdsOnWhenOneBlackHoleFollowsAnother() throws IOException {
		this.proxy.set(new Fault.BlackHole());
		try (LineClient client = client()) {
			client.send("held");
			staysSo(() -> this.server.received().isEmpty());
			this.proxy.set(new Fault.BlackHole());
			staysSo(() -> this.server.received().isEmpty());
			this.proxy.set(Fault.NONE);
			assertThat(client.receive()).isEqualTo("re:held");
		}
	}

	@Test
	void holdsTheEndOfAConnectionInABlackHole() throws IOException {
		try (LineClient client = client()) {
			client.ask("before");
			this.proxy.set(new Fault.BlackHole());
			client.send("last words");
		}
		staysSo(() -> this.server.open() == 1);
		this.proxy.set(Fault.NONE);
		await().until(() -> this.server.open() == 0);
		assertThat(this.server.received()).containsExactly("before", "last words");
	}

	@Test
	void cutsWhatABlackHoleHolds() throws IOException {
		try (LineClient client = client()) {
			client.ask("before");
			this.proxy.set(new Fault.BlackHole());
			client.send("held");
			this.proxy.set(new Fault.Cut());
			assertThat(client.receive()).isEqualTo("gone");
		}
		await().until(() -> this.server.open() == 0);
		assertThat(this.server.received()).containsExactly("before");
	}

	@Test
	void deliversTheRequestAndDropsItsReply() throws IOException {
		this.proxy.set(new Fault.DropReplies(1, List.of()));
		try (LineClient client = client()) {
			assertThat(client.ask("hello")).isEqualTo("gone");
		}
		assertThat(this.server.received()).containsExactly("hello");
		assertThat(this.proxy.dropped()).isEqualTo(1);
		await().until(() -> this.proxy.open() == 0);
	}

	@Test
	void dropsTheReplyToALongRequestWhenAllOfItIsDelivered() throws IOException {
		this.proxy.set(new Fault.DropReplies(1, List.of("xx")));
		try (LineClient client = client()) {
			assertThat(client.ask(LONG)).isEqualTo("gone");
		}
		assertThat(this.server.received()).containsExactly(LONG);
		assertThat(this.proxy.dropped()).isEqualTo(1);
	}

	@Test
	void dropsOnlyRepliesToRequestsThatStartSo() throws IOException {
		this.proxy.set(new Fault.DropReplies(1, List.of("POST /", "PUT /api/articles/7w118k73yv/rating")));
		try (LineClient client = client()) {
			assertThat(client.ask("GET /api/articles")).isEqualTo("re:GET /api/articles");
			assertThat(client.ask("PUT /api/articles/other/rating")).isEqualTo("re:PUT /api/articles/other/rating");
			assertThat(client.ask("PUT /api/articles/7w118k73yv/rating/mine")).isEqualTo("gone");
		}
		assertThat(this.proxy.dropped()).isEqualTo(1);
	}

	@Test
	void dropsTheSameShareWithTheSameSeed() throws IOException {
		List<Boolean> first = drops(this.proxy, "hello");
		try (Proxy again = new Proxy(this.server.port(), 7); Proxy other = new Proxy(this.server.port(), 8)) {
			assertThat(drops(again, "hello")).isEqualTo(first).contains(true, false);
			assertThat(drops(other, "hello")).isNotEqualTo(first);
		}
		assertThat(this.proxy.dropped()).isEqualTo(first.stream().filter((it) -> it).count());
	}

	@Test
	void dropsTheSameShareOfLongRequests() throws IOException {
		List<Boolean> first = drops(this.proxy, "hello");
		try (Proxy again = new Proxy(this.server.port(), 7)) {
			assertThat(drops(again, "x".repeat(200_000))).isEqualTo(first);
		}
	}

	/** Which of the requests on connections that are kept get no reply. */
	private static List<Boolean> drops(Proxy proxy, String request) throws IOException {
		proxy.set(new Fault.DropReplies(0.4, List.of()));
		List<Boolean> drops = new ArrayList<>();
		LineClient client = new LineClient(proxy.port());
		for (int i = 0; i < 40; i++) {
			boolean dropped = client.ask(request).equals("gone");
			drops.add(dropped);
			if (dropped) {
				client.close();
				client = new LineClient(proxy.port());
			}
		}
		client.close();
		return drops;
	}

	@Test
	void closesOpenAndHalfOpenConnections() throws IOException {
		try (LineClient old = client()) {
			old.ask("hello");
			this.proxy.set(new Fault.HalfOpen());
			try (LineClient fresh = client()) {
				fresh.ask("hello");
				this.proxy.close();
				assertThat(List.of(old.receive(), fresh.receive())).containsOnly("gone");
			}
		}
		assertThat(this.proxy.open()).isZero();
		await().until(() -> this.server.open() == 0);
		assertThatExceptionOfType(ConnectException.class).isThrownBy(this::client);
	}

	@Test
	void closesConnectionsThatABlackHoleHolds() throws IOException {
		this.proxy.set(new Fault.BlackHole());
		try (LineClient client = client()) {
			client.send("held");
			await().until(() -> this.proxy.open() == 1);
			this.proxy.close();
			assertThat(client.receive()).isEqualTo("gone");
		}
		assertThat(this.proxy.open()).isZero();
		assertThat(this.server.received()).isEmpty();
	}

}
