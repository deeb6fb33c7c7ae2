package vn.bantin.gateway.site.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Name;
import vn.bantin.gateway.site.words.Words;

/**
 * What every page has around its own content.
 *
 * @param words the texts, numbers and times of the interface
 * @param head what the page says about itself
 * @param sections the sections to choose from
 * @param choices what the reader chose
 * @param user the name of the newsroom user who is logged in
 * @param here the page's own address with its query, to come back to
 * @param assets where style, script and drawings are, and the script inside
 */
public record Frame(Words words, Head head, List<Name> sections, Choices choices, @Nullable String user, String here,
		Assets assets) {

	/**
	 * A text of the interface.
	 * @param key its name in the message files
	 * @param arguments what to put in its places
	 * @return the text
	 */
	public String text(String key, Object... arguments) {
		return this.words.text(key, arguments);
	}

	/**
	 * The province whose weather the reader chose.
	 * @return its slug
	 */
	public String place() {
		return this.choices.place();
	}

	/**
	 * The page's own address, ready to stand in the query of another.
	 * @return the address, encoded
	 */
	public String hereEncoded() {
		return URLEncoder.encode(this.here, StandardCharsets.UTF_8);
	}

	/**
	 * Where style, script and drawings are; each address changes with its content.
	 *
	 * @param style the style sheet
	 * @param script the script
	 * @param icons the drawings
	 * @param favicon the mark in the browser's tab
	 * @param inline the script that runs before the first paint
	 */
	public record Assets(String style, String script, String icons, String favicon, String inline) {
	}

}
