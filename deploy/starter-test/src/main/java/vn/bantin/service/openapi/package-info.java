/**
 * The OpenAPI document of a service, made from its controllers by a test and kept in its
 * {@code contracts/}. Start with {@link vn.bantin.service.openapi.ApiContract}.
 */
@NullMarked
package vn.bantin.service.openapi;

import org.jspecify.annotations.NullMarked;
