package vn.bantin.article.publishing;

import java.util.List;
import java.util.Optional;

/**
 * The sections of this newspaper, in the order of its navigation.
 *
 * @param all at least one
 */
public record Sections(List<Section> all) {

	public Sections {
		if (all.isEmpty()) {
			throw new IllegalArgumentException("A newspaper has at least one section");
		}
		all = List.copyOf(all);
	}

	/**
	 * Looks a section up.
	 * @param slug its word in addresses
	 * @return the section, empty when this newspaper has none of that word
	 */
	public Optional<Section> find(String slug) {
		return this.all.stream().filter((section) -> section.slug().equals(slug)).findFirst();
	}

}
