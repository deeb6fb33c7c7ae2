package vn.bantin.drills.newspaper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import vn.bantin.local.identity.TokenCommand;
import vn.bantin.local.launcher.Options;
import vn.bantin.local.launcher.Supervisor;
import vn.bantin.local.launcher.Ports;
import vn.bantin.local.launcher.Surroundings;

/**
 * The processes of a whole newspaper without content, on free ports, so that it can run
 * beside another one.
 */
public class Newspaper implements AutoCloseable {

	private static final String EDITOR = "editor";

	private final Ports ports = Ports.free();

	private final Path data;

	private final Supervisor platform;

	private final Client client = new Client();

	private final Site site;

	/**
	 * Plans a newspaper; nothing is started yet.
	 * @param data where it keeps everything
	 * @param instances how many of each service; one where a service is missing
	 * @param surroundings what is unusual about it
	 * @param ready receives each part that became ready, and how long that took
	 */
	public Newspaper(Path data, Map<String, Integer> instances, Surroundings surroundings,
			BiConsumer<String, Duration> ready) {
		this.data = data;
		this.platform = new Supervisor(Options.usual(data).bare().scaled(instances), this.ports, surroundings, ready);
		this.site = new Site(this.client, this.platform.gateways());
	}

	/**
	 * Starts all parts and waits until they are ready.
	 * @throws IllegalStateException if one is not ready in time; nothing is left running
	 */
	public void start() {
		this.platform.start();
	}

	/**
	 * Where it keeps everything.
	 * @return the folder
	 */
	public Path data() {
		return this.data;
	}

	/**
	 * Its processes.
	 * @return the platform that runs them
	 */
	public Supervisor platform() {
		return this.platform;
	}

	/**
	 * What the world sees of it.
	 * @return all gateways behind one load balancer
	 */
	public Site site() {
		return this.site;
	}

	/**
	 * An HTTP client for any address.
	 * @return always the same one
	 */
	public Client client() {
		return this.client;
	}

	/**
	 * Logs an editor in. The login lasts a few minutes.
	 * @return the newsroom's API for this login
	 * @throws UncheckedIOException if the identity provider does not answer
	 */
	public Newsroom login() {
		try {
			return new Newsroom(this.site, new TokenCommand(this.platform.issuer()).token(EDITOR, EDITOR));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The editor cannot log in", ex);
		}
	}

	/**
	 * The base address of a port of the first instance of a service.
	 * @param variable the environment variable that sets the port, such as
	 * {@code ARTICLE_SERVICE_PORT}
	 * @return the address
	 */
	public URI address(String variable) {
		return URI
			.create("http://127.0.0.1:" + Objects.requireNonNull(this.ports.byVariable().get(variable), variable));
	}

	/**
	 * The process ids of some parts.
	 * @param parts their names
	 * @return one for each, of the process that was started last
	 */
	public List<Long> pids(Collection<String> parts) {
		return parts.stream().map((part) -> this.platform.process(part).pid()).toList();
	}

	/** Stops all parts; what they keep on disk stays. */
	@Override
	public void close() {
		this.platform.close();
	}

}
