/** The newsroom's HTTP. */
@NullMarked
package vn.bantin.article.publishing.web;

import org.jspecify.annotations.NullMarked;
