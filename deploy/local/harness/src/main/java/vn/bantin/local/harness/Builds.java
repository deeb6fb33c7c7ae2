package vn.bantin.local.harness;

import java.nio.file.Path;
import java.util.List;

/** The jars that the processes of a newspaper run from. */
public interface Builds {

	/** The jars that Maven builds. */
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
	 * @param module its folder from the root, as in {@link Repository#jar}
	 * @return the path
	 */
	Path jar(String module);

	/**
	 * JVM options that belong to this jar.
	 * @param module its folder from the root
	 * @return options, appended to all others to override them
	 */
	List<String> jvm(String module);

}
