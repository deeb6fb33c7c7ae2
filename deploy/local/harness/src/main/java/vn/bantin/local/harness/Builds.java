package vn.bantin.local.harness;

import java.nio.file.Path;
import java.util.List;

/** What the processes of a newspaper run out of. */
public interface Builds {

	/** The jars as they are built. */
	Builds USUAL = new Builds() {
		@Override
		public Path jar(String module) {
			return Repository.jar(module);
		}

		@Override
		public List<String> jvm(String module) {
			return List.of();
		}
	};

	/**
	 * A module's runnable jar.
	 * @param module its folder from the root, as {@link Repository#jar} has it
	 * @return the path
	 */
	Path jar(String module);

	/**
	 * Options of the JVM that belong to this jar.
	 * @param module its folder from the root
	 * @return put after all others, so that they win
	 */
	List<String> jvm(String module);

}
