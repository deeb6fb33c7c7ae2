@NullMarked
package vn.bantin.service.openapi;

import org.jspecify.annotations.NullMarked;
