package vn.bantin.article.publishing;

import java.util.Optional;

/** Port: the pictures that articles may show. */
@FunctionalInterface
public interface Pictures {

	/**
	 * The size of a stored picture.
	 * @param media its id
	 * @return empty when there is no such picture
	 */
	Optional<Size> size(String media);

	/**
	 * Width and height of an original.
	 *
	 * @param width in pixels, at least 1
	 * @param height in pixels, at least 1
	 */
	record Size(int width, int height) {
	}

}
