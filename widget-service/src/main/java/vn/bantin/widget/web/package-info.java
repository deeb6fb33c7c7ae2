/** The widgets by HTTP, for readers and for the gateway's pages. */
@NullMarked
package vn.bantin.widget.web;

import org.jspecify.annotations.NullMarked;
