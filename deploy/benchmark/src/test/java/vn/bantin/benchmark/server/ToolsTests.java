package vn.bantin.benchmark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.bantin.drills.command.CannotRun;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ToolsTests {

	@TempDir
	private Path tools;

	@BeforeEach
	void install() throws IOException {
		for (String tool : new String[] { "wrk", "nginx" }) {
			Files.createFile(this.tools.resolve(tool)).toFile().setExecutable(true);
		}
	}

	@Test
	void acceptsBoth() {
		assertThatCode(() -> Tools.check("/nowhere:" + this.tools)).doesNotThrowAnyException();
	}

	@Test
	void saysWhatToInstall() throws IOException {
		Files.delete(this.tools.resolve("wrk"));
		assertThatExceptionOfType(CannotRun.class).isThrownBy(() -> Tools.check("/nowhere:" + this.tools))
			.withMessage("wrk is missing: install it (Debian: apt-get install wrk nginx-light).");
	}

}
