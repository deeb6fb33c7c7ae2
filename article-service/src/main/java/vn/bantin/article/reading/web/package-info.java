/** Readers' HTTP: one article, lists, search, sections, tags. */
@NullMarked
package vn.bantin.article.reading.web;

import org.jspecify.annotations.NullMarked;
