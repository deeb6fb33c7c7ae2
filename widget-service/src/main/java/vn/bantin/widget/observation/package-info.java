/**
 * What operators can see of this service:
 * {@link vn.bantin.widget.observation.WidgetMeters}.
 */
@NullMarked
package vn.bantin.widget.observation;

import org.jspecify.annotations.NullMarked;
