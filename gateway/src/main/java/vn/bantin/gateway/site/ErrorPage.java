package vn.bantin.gateway.site;

import org.jspecify.annotations.Nullable;

/**
 * An error page.
 *
 * @param status the HTTP status
 * @param heading what happened
 * @param explanation why, and what to do
 * @param reason the newsroom's own words about it
 * @param again where to try the same again
 */
record ErrorPage(int status, String heading, String explanation, @Nullable String reason, @Nullable String again) {
}
