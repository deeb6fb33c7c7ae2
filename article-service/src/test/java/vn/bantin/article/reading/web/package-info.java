/** Tests of the readers' HTTP, without a broker. */
@NullMarked
package vn.bantin.article.reading.web;

import org.jspecify.annotations.NullMarked;
