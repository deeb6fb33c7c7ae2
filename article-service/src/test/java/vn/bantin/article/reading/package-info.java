/** Tests. */
@NullMarked
package vn.bantin.article.reading;

import org.jspecify.annotations.NullMarked;
