/**
 * The newspaper's sample content: articles as text files, pictures as drawings, and the
 * program that sends both through the newsroom API as any client would. Begin with
 * {@link vn.bantin.local.content.SampleContent}.
 */
@NullMarked
package vn.bantin.local.content;

import org.jspecify.annotations.NullMarked;
