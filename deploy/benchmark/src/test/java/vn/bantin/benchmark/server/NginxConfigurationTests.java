package vn.bantin.benchmark.server;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NginxConfigurationTests {

	@Test
	void servesPassesOnAndKeeps() {
		String text = configuration("somebody").render();
		assertThat(text).contains("daemon off;", "worker_processes 2;", "access_log off;", "listen 127.0.0.1:1001;",
				"listen 127.0.0.1:1002;", "listen 127.0.0.1:1003;", "root /somewhere/files;", "proxy_cache answers;");
		assertThat(text).doesNotContain("user ");
	}

	@Test
	void keepsEverythingInItsFolder() {
		assertThat(configuration("somebody").render()
			.lines()
			.filter((line) -> line.contains("_path ") || line.contains("pid "))).hasSize(7)
			.allMatch((line) -> line.contains(" /somewhere/"));
	}

	@Test
	void runsItsWorkersAsTheSuperUserWhenStartedByThat() {
		assertThat(configuration("root").render()).startsWith("user root;");
	}

	private static NginxConfiguration configuration(String user) {
		return new NginxConfiguration(Path.of("/somewhere"), user, 1001, 1002, 1003);
	}

}
