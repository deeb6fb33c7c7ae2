/**
 * The widget-service: weather and exchange rates, each value with its source and its
 * times. {@link vn.bantin.widget.fetching} gets values from the providers,
 * {@link vn.bantin.widget.announcing} sends them to Kafka, and
 * {@link vn.bantin.widget.web} answers with what {@link vn.bantin.widget.latest} has read
 * back. Start with {@link vn.bantin.widget.fetching.Fetcher}.
 */
@NullMarked
package vn.bantin.widget;

import org.jspecify.annotations.NullMarked;
