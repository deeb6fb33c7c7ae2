@NullMarked
package vn.bantin.local.database;

import org.jspecify.annotations.NullMarked;
