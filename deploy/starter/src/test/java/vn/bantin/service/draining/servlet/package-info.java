@NullMarked
package vn.bantin.service.draining.servlet;

import org.jspecify.annotations.NullMarked;
