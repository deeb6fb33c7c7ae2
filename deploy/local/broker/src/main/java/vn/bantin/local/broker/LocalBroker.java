package vn.bantin.local.broker;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Runs one KRaft node, both broker and controller, on 127.0.0.1 only. Acknowledged
 * records survive a killed process (they are in the page cache) but not a power cut,
 * since there is no replica.
 */
public final class LocalBroker {

	private LocalBroker() {
	}

	/**
	 * Formats the data folder if it is new and serves until the process is stopped.
	 * @param args data folder, client port, controller port; then
	 * {@code --exit-with-parent} to exit when the parent process does; then any number of
	 * {@code port:advertised}, additional listeners and the port that each advertises
	 * @throws IOException if the data folder cannot be written
	 */
	public static void main(String[] args) throws IOException {
		if (args.length < 3) {
			throw new IllegalArgumentException("needs: data folder, client port, controller port");
		}
		if (args.length > 3 && "--exit-with-parent".equals(args[3])) {
			ProcessHandle.current().parent().ifPresent((parent) -> parent.onExit().thenRun(() -> System.exit(0)));
		}
		Path data = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
		List<String> listeners = Stream.of(args).skip(3).filter((arg) -> arg.contains(":")).toList();
		Path configuration = write(configuration(data, Integer.parseInt(args[1]), Integer.parseInt(args[2]), listeners),
				data);
		format(data, configuration);
		Kafka.main(new String[] { configuration.toString() });
	}

	private static Properties configuration(Path data, int clientPort, int controllerPort, List<String> additional) {
		Properties kafka = new Properties();
		StringBuilder listeners = new StringBuilder("PLAINTEXT://127.0.0.1:" + clientPort);
		StringBuilder advertised = new StringBuilder(listeners);
		StringBuilder protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
		for (String ports : additional) {
			String[] pair = ports.split(":", 2);
			listeners.append(",VIA%1$s://127.0.0.1:%1$s".formatted(pair[0]));
			advertised.append(",VIA%s://127.0.0.1:%s".formatted(pair[0], pair[1]));
			protocols.append(",VIA%s:PLAINTEXT".formatted(pair[0]));
		}
		kafka.put("process.roles", "broker,controller");
		kafka.put("node.id", "1");
		kafka.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
		kafka.put("listeners", listeners + ",CONTROLLER://127.0.0.1:" + controllerPort);
		kafka.put("advertised.listeners", advertised.toString());
		kafka.put("listener.security.protocol.map", protocols.toString());
		kafka.put("controller.listener.names", "CONTROLLER");
		kafka.put("log.dirs", data.resolve("log").toString());
		kafka.put("auto.create.topics.enable", "false");
		// One node, one replica, for internal topics too.
		kafka.put("default.replication.factor", "1");
		kafka.put("offsets.topic.replication.factor", "1");
		kafka.put("offsets.topic.num.partitions", "4");
		kafka.put("transaction.state.log.replication.factor", "1");
		kafka.put("transaction.state.log.min.isr", "1");
		kafka.put("transaction.state.log.num.partitions", "4");
		// A coordinator reads the whole topic before it serves a group, and the open
		// segment is never compacted: 1 MiB is read quickly, the default of 100 MiB is
		// not.
		kafka.put("offsets.topic.segment.bytes", "1048576");
		kafka.put("transaction.state.log.segment.bytes", "1048576");
		kafka.put("share.coordinator.state.topic.replication.factor", "1");
		kafka.put("share.coordinator.state.topic.min.isr", "1");
		kafka.put("group.initial.rebalance.delay.ms", "0");
		// A killed broker can register again after this, not after the default of 9 s.
		kafka.put("broker.session.timeout.ms", "3000");
		kafka.put("broker.heartbeat.interval.ms", "1000");
		// Enough for a newspaper on one machine; the default takes 128 MB.
		kafka.put("log.cleaner.dedupe.buffer.size", "4194304");
		kafka.put("log.cleaner.io.buffer.size", "65536");
		kafka.put("num.network.threads", "2");
		kafka.put("num.io.threads", "4");
		kafka.put("log.retention.hours", "-1");
		return kafka;
	}

	private static Path write(Properties kafka, Path data) throws IOException {
		Path file = data.resolve("server.properties");
		try (Writer out = Files.newBufferedWriter(file)) {
			kafka.store(out, "Written at every start");
		}
		return file;
	}

	private static void format(Path data, Path configuration) {
		if (Files.exists(data.resolve("log").resolve("meta.properties"))) {
			return;
		}
		int outcome = StorageTool.execute(new String[] { "format", "--cluster-id", Uuid.randomUuid().toString(),
				"--config", configuration.toString(), "--ignore-formatted" }, System.out);
		if (outcome != 0) {
			throw new IllegalStateException("The data folder " + data + " could not be formatted for Kafka");
		}
	}

}
