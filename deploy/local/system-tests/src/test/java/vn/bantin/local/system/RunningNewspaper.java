package vn.bantin.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.bantin.local.harness.Builds;
import vn.bantin.local.identity.TokenCommand;
import vn.bantin.local.launcher.Options;
import vn.bantin.local.launcher.Ports;
import vn.bantin.local.launcher.Supervisor;
import vn.bantin.local.launcher.Surroundings;
import vn.bantin.local.launcher.Wires;

/**
 * One newspaper for all tests of this module, on free ports with data of its own. Its
 * logs stay in {@code target/newspaper}.
 */
class RunningNewspaper implements ParameterResolver {

	private static final Logger logger = LoggerFactory.getLogger(RunningNewspaper.class);

	private static final Namespace NAMESPACE = Namespace.create(RunningNewspaper.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		Class<?> type = parameter.getParameter().getType();
		return type == Newspaper.class || type == Desks.class || type == Supervisor.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		Running running = test.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Running.class, (key) -> new Running(), Running.class);
		Class<?> type = parameter.getParameter().getType();
		if (type == Newspaper.class) {
			return running.newspaper;
		}
		return (type == Desks.class) ? running.desks : running.platform;
	}

	private static final class Running implements AutoCloseable {

		private final Supervisor platform;

		private final Newspaper newspaper;

		private final Desks desks;

		private Running() {
			try {
				Path data = Path.of("target", "newspaper").toAbsolutePath();
				FileSystemUtils.deleteRecursively(data);
				this.platform = new Supervisor(Options.usual(Files.createDirectories(data)).bare(), Ports.free(),
						new Surroundings(Wires.DIRECT, Surroundings.WITHOUT_LIMITS, List.of(), Builds.USUAL),
						(part, after) -> logger.info("{} ready after {}", part, after));
				Runtime.getRuntime().addShutdownHook(new Thread(this.platform::close, "stop"));
				this.platform.start();
				this.newspaper = new Newspaper(this.platform.gateway());
				TokenCommand tokens = new TokenCommand(this.platform.issuer());
				this.desks = new Desks(tokens.token("writer", "writer"), tokens.token("editor", "editor"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() {
			this.platform.close();
		}

	}

}
