package vn.bantin.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.Repository;

/** Loads the sample content once; a loader that was interrupted continues. */
final class ContentLoader {

	private final Supervisor supervisor;

	private final Path state;

	private final PrintStream out;

	ContentLoader(Supervisor supervisor, Path data, PrintStream out) {
		this.supervisor = supervisor;
		this.state = data.resolve("content");
		this.out = out;
	}

	void load() throws IOException {
		Path done = this.state.resolve("loaded");
		Path jar = Repository.jar("deploy/local/content");
		if (Files.exists(done) || !Files.exists(jar)) {
			return;
		}
		Files.createDirectories(this.state);
		Path token = this.state.resolve("token");
		Files.writeString(token, token("editor"));
		JavaProcess process = JavaProcess.start("sample content", jar, ProcessSpec.jvm("512m"),
				List.of("--gateway", this.supervisor.gateway().toString(), "--token-file", token.toString(), "--state",
						this.state.toString()),
				Map.of(), this.supervisor.log("content"));
		int exitCode = process.awaitExit(Duration.ofMinutes(2));
		Files.deleteIfExists(token);
		this.out.println("  sample content       " + process.lastWords().lines().reduce("", (first, second) -> second));
		if (exitCode == 0) {
			Files.createFile(done);
		}
	}

	/** From a process of its own, which keeps Spring out of the launcher's class path. */
	private String token(String user) throws IOException {
		Path file = Files.createTempFile("bantin", "token");
		try {
			JavaProcess process = JavaProcess.start("token",
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
							Repository.root().resolve("deploy/local/identity/target/classes").toString(),
							"vn.bantin.local.identity.TokenCommand", this.supervisor.issuer().toString(), user, user),
					Map.of(), file);
			if (process.awaitExit(Duration.ofSeconds(30)) != 0) {
				throw new IllegalStateException(process.lastWords());
			}
			return Files.readString(file).strip();
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

}
