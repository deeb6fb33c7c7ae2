/**
 * Sample providers: the formats of MET Norway and Vietcombank exactly, the values made
 * up, so that the real loading code runs where there is no internet. Start with
 * {@link vn.bantin.local.providers.SampleProviders}.
 */
@NullMarked
package vn.bantin.local.providers;

import org.jspecify.annotations.NullMarked;
