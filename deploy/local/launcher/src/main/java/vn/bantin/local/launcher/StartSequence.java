package vn.bantin.local.launcher;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Starts as much as possible in parallel: only services wait, for Kafka and MongoDB. */
final class StartSequence {

	private StartSequence() {
	}

	/**
	 * Starts everything.
	 * @param plan what to start
	 * @param start starts one process and returns when it is ready
	 * @throws IllegalStateException with the first failure's message
	 */
	static void run(Plan plan, Consumer<ProcessSpec> start) {
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			CompletableFuture<Void> backingServices = all(plan.backingServices(), start, executor);
			CompletableFuture<Void> standIns = all(plan.standIns(), start, executor);
			await(backingServices);
			CompletableFuture<Void> services = all(plan.services(), start, executor);
			await(standIns);
			await(services);
		}
	}

	private static CompletableFuture<Void> all(List<ProcessSpec> specs, Consumer<ProcessSpec> start,
			Executor executor) {
		return CompletableFuture.allOf(specs.stream()
			.map((spec) -> CompletableFuture.runAsync(() -> start.accept(spec), executor))
			.toArray(CompletableFuture<?>[]::new));
	}

	private static void await(CompletableFuture<Void> started) {
		try {
			started.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(Objects.requireNonNull(ex.getCause()).getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

}
