/**
 * The reader's pages, drawn on the server from the services' answers and complete without
 * JavaScript. Start with {@link vn.bantin.gateway.site.ArticleController}. Each package
 * below has one thing that pages show, with its templates under the same name in
 * {@code src/main/jte}; their types need not be public, since templates are compiled into
 * the same package.
 */
@NullMarked
package vn.bantin.gateway.site;

import org.jspecify.annotations.NullMarked;
