package vn.bantin.gateway.cache;

/** Knows what in a reader's cookies changes how a page looks. */
@FunctionalInterface
public interface Variants {

	/**
	 * What the reader chose, in one form for all who chose the same.
	 * @param cookies the {@code Cookie} header of a request
	 * @return a {@code Cookie} header with the choices that differ from the usual, empty
	 * for none
	 */
	String of(String cookies);

}
