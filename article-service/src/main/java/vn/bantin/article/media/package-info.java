/**
 * Pictures: checked before they are decoded, re-encoded without their metadata, and kept
 * in fixed widths. Start with {@link vn.bantin.article.media.Renditions}.
 */
@NullMarked
package vn.bantin.article.media;

import org.jspecify.annotations.NullMarked;
