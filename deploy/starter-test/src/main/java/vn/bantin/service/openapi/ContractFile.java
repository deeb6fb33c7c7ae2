package vn.bantin.service.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document that is kept among a module's contracts.
 *
 * @param path where it is
 */
public record ContractFile(Path path) {

	/** The system property that lets tests write what they find instead of comparing. */
	static final String WRITE = "openapi.write";

	private static final ObjectWriter WRITER = JsonMapper.shared()
		.writer()
		.with(new DefaultPrettyPrinter()
			.withSeparators(Separators.createDefaultInstance()
				.withObjectNameValueSpacing(Separators.Spacing.AFTER)
				.withObjectEmptySeparator("")
				.withArrayEmptySeparator(""))
			.withObjectIndenter(new DefaultIndenter("  ", "\n"))
			.withArrayIndenter(new DefaultIndenter("  ", "\n")));

	/**
	 * A file among the contracts of a module.
	 * @param module the module's folder
	 * @param name the file's name
	 * @return the file, whether or not it exists
	 */
	public static ContractFile of(String module, String name) {
		return new ContractFile(Path.of(System.getProperty("bantin.root", ".."), module, "contracts", name));
	}

	/**
	 * What the file says, or, with {@code -Dopenapi.write}, what it says from now on.
	 * @param found the document as it should be
	 * @return the text of the file
	 * @throws IOException when it cannot be read or written
	 */
	public String text(ApiDocument found) throws IOException {
		if (System.getProperty(WRITE) != null) {
			Files.writeString(this.path, print(found));
		}
		return Files.readString(this.path);
	}

	/**
	 * The text of a document.
	 * @param document the document
	 * @return as it stands in a file
	 */
	public static String print(ApiDocument document) {
		return WRITER.writeValueAsString(document.json()) + "\n";
	}

}
