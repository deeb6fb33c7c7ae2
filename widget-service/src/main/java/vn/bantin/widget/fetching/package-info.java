/**
 * Asks the providers for what is due, reads and checks their answers, and announces what
 * passed. One instance at a time does so: start with
 * {@link vn.bantin.widget.fetching.FetchingSchedule}, then
 * {@link vn.bantin.widget.fetching.Fetcher}.
 */
@NullMarked
package vn.bantin.widget.fetching;

import org.jspecify.annotations.NullMarked;
