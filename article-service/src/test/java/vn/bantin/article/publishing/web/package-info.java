/** Tests of the newsroom's HTTP, without a broker or a database. */
@NullMarked
package vn.bantin.article.publishing.web;

import org.jspecify.annotations.NullMarked;
