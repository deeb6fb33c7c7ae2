@NullMarked
package vn.bantin.service;

import org.jspecify.annotations.NullMarked;
