package vn.bantin.article.publishing;

/**
 * A part of the newspaper that every article belongs to exactly one of.
 *
 * @param slug its word in addresses, such as {@code xay-dung-dang}
 * @param name its name for readers, such as {@code Xây dựng Đảng}
 */
public record Section(String slug, String name) {
}
