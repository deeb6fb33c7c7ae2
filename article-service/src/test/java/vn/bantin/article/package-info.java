/** Tests. */
@NullMarked
package vn.bantin.article;

import org.jspecify.annotations.NullMarked;
