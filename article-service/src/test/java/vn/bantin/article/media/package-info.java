/** Tests of what happens to pictures. */
@NullMarked
package vn.bantin.article.media;

import org.jspecify.annotations.NullMarked;
