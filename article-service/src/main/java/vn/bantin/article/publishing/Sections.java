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

	/** Finds a section by its slug. */
	Optional<Section> find(String slug) {
		return this.all.stream().filter((section) -> section.slug().equals(slug)).findFirst();
	}

	/**
	 * A part of the newspaper; every article belongs to exactly one.
	 *
	 * @param slug its part of an address, such as {@code xay-dung-dang}
	 * @param name its name for readers, such as {@code Xây dựng Đảng}
	 */
	public record Section(String slug, String name) {
	}

}
