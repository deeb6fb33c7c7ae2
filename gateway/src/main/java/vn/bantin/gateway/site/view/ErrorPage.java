package vn.bantin.gateway.site.view;

import org.jspecify.annotations.Nullable;

/**
 * A page that says kindly why there is no other.
 *
 * @param status the HTTP status
 * @param heading what happened
 * @param explanation why, and what to do
 * @param reason what the newsroom says about it
 */
public record ErrorPage(int status, String heading, String explanation, @Nullable String reason) {
}
