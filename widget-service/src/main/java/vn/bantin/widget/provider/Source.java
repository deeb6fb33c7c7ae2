package vn.bantin.widget.provider;

/**
 * Where a value comes from.
 *
 * @param name for readers
 * @param url where they can read more
 * @param sample whether it is made up, for trying the newspaper out
 */
public record Source(String name, String url, boolean sample) {
}
