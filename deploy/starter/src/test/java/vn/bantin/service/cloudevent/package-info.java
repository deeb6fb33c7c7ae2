@NullMarked
package vn.bantin.service.cloudevent;

import org.jspecify.annotations.NullMarked;
