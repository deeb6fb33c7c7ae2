/** Tests of readers' HTTP. */
@NullMarked
package vn.bantin.widget.web;

import org.jspecify.annotations.NullMarked;
