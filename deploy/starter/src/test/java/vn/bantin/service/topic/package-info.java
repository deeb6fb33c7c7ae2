@NullMarked
package vn.bantin.service.topic;

import org.jspecify.annotations.NullMarked;
