/**
 * The document of the whole HTTP API, and the page that shows it. The document is made by
 * a test, {@code ApiDocumentTests}, and kept in {@code contracts/}.
 */
@NullMarked
package vn.bantin.gateway.openapi;

import org.jspecify.annotations.NullMarked;
