/**
 * Asks the providers for what is due, reads and checks their answers, and announces what
 * passed. Start with {@link vn.bantin.widget.fetching.Fetcher}, which
 * {@link vn.bantin.widget.fetching.FetchingSchedule} runs on one instance at a time.
 */
@NullMarked
package vn.bantin.widget.fetching;

import org.jspecify.annotations.NullMarked;
