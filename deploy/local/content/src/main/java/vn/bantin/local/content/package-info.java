/**
 * The newspaper's sample content: articles and pictures as files, and the program that
 * loads both through the newsroom API as any client would. Start with
 * {@link vn.bantin.local.content.SampleContent}.
 */
@NullMarked
package vn.bantin.local.content;

import org.jspecify.annotations.NullMarked;
