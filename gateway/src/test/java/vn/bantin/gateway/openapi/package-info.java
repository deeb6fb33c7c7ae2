@NullMarked
package vn.bantin.gateway.openapi;

import org.jspecify.annotations.NullMarked;
