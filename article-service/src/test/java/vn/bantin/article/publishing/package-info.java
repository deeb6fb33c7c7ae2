/** Tests. */
@NullMarked
package vn.bantin.article.publishing;

import org.jspecify.annotations.NullMarked;
