/** The newsroom's HTTP API. */
@NullMarked
package vn.bantin.article.publishing.web;

import org.jspecify.annotations.NullMarked;
