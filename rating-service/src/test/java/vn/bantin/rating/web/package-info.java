/** Tests. */
@NullMarked
package vn.bantin.rating.web;

import org.jspecify.annotations.NullMarked;
