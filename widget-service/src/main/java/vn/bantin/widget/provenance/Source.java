package vn.bantin.widget.provenance;

/**
 * The provider of a value.
 *
 * @param name as readers know it
 * @param url where they can read more
 * @param sample whether the value is made up, for trying the newspaper out
 */
public record Source(String name, String url, boolean sample) {
}
