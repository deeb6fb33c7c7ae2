package vn.bantin.local.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import vn.bantin.local.content.Newsroom.Backoff;
import vn.bantin.local.content.StubNewsroom.Turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LoaderTests {

	private static final Backoff NONE = new Backoff(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1));

	private static final Backoff SHORT = new Backoff(Duration.ofSeconds(20), Duration.ofMillis(1),
			Duration.ofMillis(4));

	private static final byte[] JPEG = { (byte) 0xff, (byte) 0xd8, (byte) 0xff };

	/** Small, so that every point of failure can be tried. */
	private static final Edition SMALL = new Edition(Stream.of("mot", "hai", "ba").map(LoaderTests::story).toList());

	/**
	 * Two pictures of which each story shares one, and two requests for each of three
	 * stories.
	 */
	private static final int STEPS = 4 + 2 * 3;

	@TempDir
	private Path state;

	private final StubNewsroom newsroom;

	LoaderTests() throws IOException {
		this.newsroom = new StubNewsroom();
	}

	private static Story story(String slug) {
		return new StoryReader().read(slug, """
				title: %1$s
				lead: Tóm tắt
				section: doi-song
				picture: ![Một con sông](river-dawn-1 "Chú thích | Nguồn")
				---
				Chữ.

				![Một đầm sen](lotus-dawn-%2$d "Chú thích | Nguồn")
				""".formatted(slug, slug.length() + slug.charAt(0)));
	}

	@BeforeEach
	void forgetRequests() {
		this.newsroom.play((number) -> Turn.WORK);
	}

	@AfterEach
	void stop() {
		this.newsroom.close();
	}

	@Test
	void publishesEverythingInOrder() throws InterruptedException {
		load(NONE);
		assertComplete();
		assertThat(this.newsroom.requests()).hasSize(STEPS);
		assertThat(this.newsroom.media()).hasSize(4);
		assertThat(this.newsroom.media().values())
			.allSatisfy((it) -> assertThat(new String(it, StandardCharsets.ISO_8859_1))
				.contains("name=\"file\"", "Content-Type: image/jpeg", "\r\n\r\n\u00ff\u00d8\u00ff")
				.endsWith("--\r\n"));
	}

	@Test
	void asksOnlyOnceWhetherAllIsThereWhenItIs() throws InterruptedException {
		load(NONE);
		this.newsroom.play((number) -> Turn.WORK);
		load(NONE);
		assertThat(this.newsroom.requests()).hasSize(1).allMatch((it) -> it.startsWith("GET /api/newsroom/articles/"));
		assertComplete();
	}

	@Test
	void goesOnAfterAFailureBeforeAnyStep() throws InterruptedException {
		diesAtEveryStep(Turn.REFUSE);
	}

	@Test
	void goesOnAfterAFailureBehindAnyStep() throws InterruptedException {
		diesAtEveryStep(Turn.LOSE_ANSWER);
	}

	/**
	 * The run ends at its first failure, as by a kill, and the next has what was noted.
	 */
	private void diesAtEveryStep(Turn how) throws InterruptedException {
		for (int step = 0; step < STEPS; step++) {
			int fatal = step;
			this.newsroom.forgetAll();
			this.newsroom.play((number) -> (number >= fatal) ? how : Turn.WORK);
			Path folder = this.state.resolve(how + "-" + step);
			assertThatExceptionOfType(LoadFailed.class).as("step " + step).isThrownBy(() -> load(NONE, folder));
			this.newsroom.play((number) -> Turn.WORK);
			load(NONE, folder);
			assertComplete();
		}
	}

	@Test
	void publishesOnceWhenItWasKilledBeforeItCouldNoteAnything() throws InterruptedException, IOException {
		load(NONE);
		Path notes = this.state.resolve("sample-content.json");
		JsonNode all = tools.jackson.databind.json.JsonMapper.shared().readTree(Files.readAllBytes(notes));
		((tools.jackson.databind.node.ObjectNode) all).putObject("articles");
		Files.writeString(notes, all.toString());
		load(NONE);
		assertComplete();
	}

	@Test
	void triesAgainWhileTheGatewayIsNotReady() throws InterruptedException {
		this.newsroom.play((number) -> switch (number % 3) {
			case 0 -> Turn.REFUSE;
			case 1 -> Turn.LOSE_ANSWER;
			default -> Turn.WORK;
		});
		load(SHORT);
		assertComplete();
	}

	@Test
	void beginsAgainWhenTheDatabaseIsAnotherOne() throws InterruptedException {
		load(NONE);
		this.newsroom.forgetAll();
		load(NONE);
		assertComplete();
	}

	@Test
	void leavesAnArticleAloneThatAnEditorTookOver() throws InterruptedException {
		this.newsroom.play((number) -> (number >= STEPS - 1) ? Turn.REFUSE : Turn.WORK);
		assertThatExceptionOfType(LoadFailed.class).isThrownBy(() -> load(NONE));
		this.newsroom.articles()
			.values()
			.stream()
			.filter((it) -> it.path("title").asString().equals("ba"))
			.forEach((it) -> it.put("state", "retracted").put("revision", 5));
		this.newsroom.play((number) -> Turn.WORK);
		load(NONE);
		assertThat(this.newsroom.published()).hasSize(2);
		assertThat(this.newsroom.requests()).noneMatch((it) -> it.endsWith("/publish"));
	}

	@Test
	void readsTheTokenAgainForEveryTry() throws IOException {
		Path token = Files.writeString(this.state.resolve("token"), "old\n");
		this.newsroom.play((number) -> {
			if (number == 2) {
				this.newsroom.expectToken("new");
				write(token, "new\n");
			}
			return (number == 2) ? Turn.REFUSE : Turn.WORK;
		});
		this.newsroom.expectToken("old");
		Newsroom client = new Newsroom(this.newsroom.address(),
				Arguments
					.parse("--gateway", this.newsroom.address().toString(), "--token-file", token.toString(), "--state",
							"x")
					.token(),
				SHORT);
		assertThat(Stream.of(1, 2, 3).map((number) -> upload(client, number))).hasSize(3).doesNotHaveDuplicates();
		assertThat(this.newsroom.requests()).hasSize(4);
	}

	@Test
	void loadsTheWholeEditionFromTheCommandLine() {
		Run run = run("--gateway", this.newsroom.address() + "/", "--token", "secret", "--state",
				this.state.toString());
		assertThat(run).isEqualTo(new Run(0, Edition.read().summary() + System.lineSeparator(), ""));
		assertThat(run.out()).matches("\\d+ bài, \\d+ phóng sự ảnh, \\d+ ảnh\\R");
		assertThat(this.newsroom.published()).hasSize(Edition.read().stories().size()).doesNotHaveDuplicates();
		assertThat(this.newsroom.media()).hasSize(Edition.read().pictures().size());
	}

	@Test
	void saysInOneSentenceThatTheTokenIsWrong() {
		Run run = run("--gateway", this.newsroom.address().toString(), "--token", "wrong", "--state",
				this.state.toString());
		assertThat(run.code()).isEqualTo(2);
		assertThat(run.err().lines()).singleElement().asString().contains("refused with 401: The token is not valid.");
	}

	@Test
	void saysWhichFieldTheNewsroomRefuses() throws InterruptedException {
		Newsroom client = new Newsroom(this.newsroom.address(), () -> "secret", NONE);
		assertThatExceptionOfType(LoadFailed.class).isThrownBy(() -> client.create("mot", story("mot").draft()))
			.withMessage("The article mot was refused with 400: The draft breaks a rule. "
					+ "(leadPicture.media: the id of a stored picture)");
	}

	@Test
	void saysThatNobodyAnswers() throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		Newsroom nobody = new Newsroom(URI.create("http://127.0.0.1:" + port), () -> "secret", NONE);
		assertThatExceptionOfType(LoadFailed.class).isThrownBy(() -> nobody.find("a1"))
			.withMessageContaining("The gateway at http://127.0.0.1:" + port + " gave no usable answer within 0 s");
	}

	@Test
	void saysThatItsNotesAreDamaged() throws IOException {
		Files.writeString(this.state.resolve("sample-content.json"), "{");
		assertThatExceptionOfType(LoadFailed.class).isThrownBy(() -> Progress.open(this.state))
			.withMessageContaining("sample-content.json");
	}

	@Test
	void refusesAWrongCommandLine() {
		assertThat(List.of(run(), run("--gateway"), run("--gatway", "x"), run("--token", "a", "--token-file", "b"),
				run("--token", "a", "--state", "s", "--gateway", "localhost"),
				run("--token", "a", "--state", "s", "--gateway", "http://[")))
			.allSatisfy((it) -> {
				assertThat(it.code()).isEqualTo(2);
				assertThat(it.err().lines()).hasSize(1);
				assertThat(it.out()).isEmpty();
			});
	}

	private void load(Backoff backoff) throws InterruptedException {
		load(backoff, this.state);
	}

	private void load(Backoff backoff, Path folder) throws InterruptedException {
		new Loader(SMALL, new Newsroom(this.newsroom.address(), () -> "secret", backoff), Progress.open(folder),
				(name) -> JPEG)
			.load();
	}

	private void assertComplete() {
		assertThat(this.newsroom.articles()).hasSize(3);
		assertThat(this.newsroom.published().stream().map((id) -> {
			JsonNode article = this.newsroom.articles().get(id);
			return (article != null) ? article.path("title").asString() : "";
		})).containsExactly("mot", "hai", "ba");
	}

	private static String upload(Newsroom client, int number) {
		try {
			return client.upload("river-dawn-" + number, new byte[] { 1 });
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static Run run(String... args) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		int code = SampleContent.run(args, new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8));
		return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	private record Run(int code, String out, String err) {
	}

}
