package vn.bantin.gateway.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class KeysTests {

	private static final int GATEWAYS = 16;

	@TempDir
	Path folder;

	@Test
	void areTheSameForAllGatewaysThatStartAtOnce() throws Exception {
		CyclicBarrier start = new CyclicBarrier(GATEWAYS);
		Set<String> seen = new HashSet<>();
		try (ExecutorService gateways = Executors.newFixedThreadPool(GATEWAYS)) {
			List<Future<String>> all = new ArrayList<>();
			for (int i = 0; i < GATEWAYS; i++) {
				all.add(gateways.submit(() -> {
					start.await();
					Keys keys = Keys.read(this.folder, true);
					return keys.signing().toJSONString() + HexFormat.of().formatHex(keys.pseudonym())
							+ HexFormat.of().formatHex(keys.cookies().getFirst())
							+ HexFormat.of().formatHex(keys.sessions().getFirst());
				}));
			}
			for (Future<String> one : all) {
				seen.add(one.get());
			}
		}
		assertThat(seen).hasSize(1);
	}

	@Test
	void areNeverEmpty() throws IOException {
		Keys.read(this.folder, true);
		Path sessions = this.folder.resolve("sessions.keys");
		Files.writeString(sessions, "\n" + Files.readString(sessions) + "\n\n");
		assertThat(Keys.read(this.folder, false).sessions()).singleElement()
			.satisfies((key) -> assertThat(key).hasSize(32));
		Files.writeString(sessions, "\n\n");
		assertThatIllegalStateException().isThrownBy(() -> Keys.read(this.folder, false))
			.withMessageContaining("has none");
	}

	@Test
	void canBeReadByTheirOwnerAloneAndLeaveNothingElseBehind() throws IOException {
		Keys.read(this.folder, true);
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).hasSize(4)
				.allSatisfy((file) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
					.isEqualTo("rw-------"));
		}
	}

}
