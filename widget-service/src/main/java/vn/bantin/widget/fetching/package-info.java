/**
 * One instance fetches, when something is due. Start with
 * {@link vn.bantin.widget.fetching.Fetcher}.
 */
@NullMarked
package vn.bantin.widget.fetching;

import org.jspecify.annotations.NullMarked;
