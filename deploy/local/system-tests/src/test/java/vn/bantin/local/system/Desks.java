package vn.bantin.local.system;

/**
 * Bearer tokens of the demo users, as {@code deploy/local/token} prints them.
 *
 * @param writer may write drafts
 * @param editor may publish and retract too
 */
record Desks(String writer, String editor) {
}
