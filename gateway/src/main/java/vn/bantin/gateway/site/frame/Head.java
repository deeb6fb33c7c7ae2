package vn.bantin.gateway.site.frame;

import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself to browsers, search engines and those it is shared with.
 *
 * @param title the title, without the paper's name
 * @param description what is on it, in a sentence
 * @param canonical its one address, absolute; absent for pages that have none
 * @param picture an absolute address of a picture that stands for it
 * @param structured the article in JSON-LD, ready to stand inside a script element
 * @param section the slug of the section it belongs to
 * @param listed whether search engines may list it
 */
public record Head(String title, @Nullable String description, @Nullable String canonical, @Nullable String picture,
		@Nullable String structured, @Nullable String section, boolean listed) {

	/**
	 * A page that search engines keep out of their lists.
	 * @param title its title
	 * @return the head
	 */
	public static Head unlisted(String title) {
		return new Head(title, null, null, null, null, null, false);
	}

	/**
	 * Whether it is an article, for those it is shared with.
	 * @return whether it is
	 */
	public boolean article() {
		return this.structured != null;
	}

}
