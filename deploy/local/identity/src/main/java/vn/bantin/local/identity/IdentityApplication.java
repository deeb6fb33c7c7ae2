package vn.bantin.local.identity;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the identity provider. */
@SpringBootApplication
public class IdentityApplication {

	/**
	 * Starts it.
	 * @param args {@code --exit-with-parent} to exit when the parent process does, and
	 * Spring Boot's own
	 */
	public static void main(String[] args) {
		if (List.of(args).contains("--exit-with-parent")) {
			ProcessHandle.current().parent().ifPresent((parent) -> parent.onExit().thenRun(() -> System.exit(0)));
		}
		SpringApplication.run(IdentityApplication.class, args);
	}

}
