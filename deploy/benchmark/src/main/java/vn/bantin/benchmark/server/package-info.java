/**
 * The servers that are measured: the newspaper as processes of this machine, and nginx
 * with the very same bytes beside it. Begin with
 * {@link vn.bantin.benchmark.server.Newspaper}.
 */
@NullMarked
package vn.bantin.benchmark.server;

import org.jspecify.annotations.NullMarked;
