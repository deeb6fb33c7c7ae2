/**
 * Calls to outside providers, who are slow, wrong or away when they like. Start with
 * {@link vn.bantin.widget.provider.ProviderClient}.
 */
@NullMarked
package vn.bantin.widget.provider;

import org.jspecify.annotations.NullMarked;
