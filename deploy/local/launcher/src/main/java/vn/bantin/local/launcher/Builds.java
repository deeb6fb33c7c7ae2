package vn.bantin.local.launcher;

import java.nio.file.Path;
import java.util.List;

import vn.bantin.local.harness.Repository;

/** What services run out of. */
public interface Builds {

	/** The jars as they are built. */
	Builds USUAL = new Builds() {
		@Override
		public Path jar(String service) {
			return Repository.jar(service);
		}

		@Override
		public List<String> jvm(String service) {
			return List.of();
		}
	};

	/**
	 * A service's runnable jar.
	 * @param service its name, without the number of an instance
	 * @return the path
	 */
	Path jar(String service);

	/**
	 * Options of the JVM that belong to this jar.
	 * @param service its name, without the number of an instance
	 * @return put after all others, so that they win
	 */
	List<String> jvm(String service);

}
