/** Tests. */
@NullMarked
package vn.bantin.article.announcing;

import org.jspecify.annotations.NullMarked;
