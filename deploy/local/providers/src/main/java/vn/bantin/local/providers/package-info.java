/**
 * Sample providers: MET Norway's and Vietcombank's exact formats with made-up values, so
 * that the real loading code runs without the internet. Start with
 * {@link vn.bantin.local.providers.SampleProviders}.
 */
@NullMarked
package vn.bantin.local.providers;

import org.jspecify.annotations.NullMarked;
