/**
 * A database for one machine that speaks MongoDB's protocol and keeps its data on disk.
 * Start with {@link vn.bantin.local.database.LocalDatabase}; its limits are in
 * {@code deploy/local/README.md}.
 */
@NullMarked
package vn.bantin.local.database;

import org.jspecify.annotations.NullMarked;
