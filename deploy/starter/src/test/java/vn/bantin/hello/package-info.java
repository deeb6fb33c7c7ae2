/** The service of the starter's README. */
@NullMarked
package vn.bantin.hello;

import org.jspecify.annotations.NullMarked;
