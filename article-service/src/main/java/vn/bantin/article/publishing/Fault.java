package vn.bantin.article.publishing;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of an input.
 *
 * @param field the path of the field, such as {@code body.content[3].type}
 * @param value what was sent; null when nothing was
 * @param allowed what would be right, in words
 */
public record Fault(String field, @Nullable Object value, String allowed) {
}
