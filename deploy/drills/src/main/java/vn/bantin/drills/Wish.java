package vn.bantin.drills;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

import vn.bantin.drills.load.LoadPlan;
import vn.bantin.drills.scenario.Scenario;

/**
 * What the command line asks for.
 *
 * @param scenarios which, in the order in which they are best run
 * @param plan how much load
 * @param seed decides what is left to chance
 * @param data where everything is kept
 * @param list whether only to say what there is
 */
record Wish(List<Scenario> scenarios, LoadPlan plan, long seed, Path data, boolean list) {

	Wish {
		scenarios = List.copyOf(scenarios);
	}

	/**
	 * Reads a command line.
	 * @param arguments as they were typed
	 * @param all the scenarios that there are
	 * @param usualData where everything is kept when they do not say
	 * @return what they ask for
	 * @throws CannotDrill if they ask for what does not exist
	 */
	static Wish read(List<String> arguments, List<Scenario> all, Path usualData) {
		List<String> ids = new ArrayList<>();
		LoadPlan plan = LoadPlan.WHOLE;
		long seed = RandomGenerator.getDefault().nextLong(1, 1_000_000);
		Path data = usualData;
		boolean list = false;
		List<String> rest = new ArrayList<>(arguments);
		while (!rest.isEmpty()) {
			String next = rest.removeFirst();
			switch (next) {
				case "--short" -> plan = LoadPlan.SHORT;
				case "--list" -> list = true;
				case "--seed" -> seed = seed(value(next, rest));
				case "--data" -> data = Path.of(value(next, rest)).toAbsolutePath();
				default -> ids.add(next.toUpperCase(Locale.ROOT));
			}
		}
		ids.forEach((id) -> known(id, all));
		List<Scenario> chosen = all.stream().filter((it) -> ids.isEmpty() || ids.contains(it.id())).toList();
		return new Wish(chosen, plan, seed, data, list);
	}

	private static String value(String option, List<String> rest) {
		return Optional.ofNullable(rest.isEmpty() ? null : rest.removeFirst())
			.orElseThrow(() -> new CannotDrill("The option " + option + " needs a value."));
	}

	private static long seed(String text) {
		if (!text.matches("-?\\d{1,18}")) {
			throw new CannotDrill("--seed takes a whole number of at most 18 digits, not '" + text + "'.");
		}
		return Long.parseLong(text);
	}

	private static void known(String id, List<Scenario> all) {
		if (id.startsWith("-")) {
			throw new CannotDrill("There is no option '" + id.toLowerCase(Locale.ROOT)
					+ "'; there are --seed, --short, --list and --data.");
		}
		if (all.stream().noneMatch((it) -> it.id().equals(id))) {
			throw new CannotDrill("There is no scenario '" + id + "'; there are "
					+ String.join(", ", all.stream().map(Scenario::id).sorted().toList()) + ".");
		}
	}

}
