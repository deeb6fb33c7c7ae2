package vn.bantin.benchmark.content;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any number of articles, each of about 8 KB of Vietnamese text, in 5 sections and with
 * 200 tags. The same number always gives the same article.
 */
public final class GeneratedNews {

	/** How many different tags there are. */
	public static final int TAGS = 200;

	private static final List<Named> SECTIONS = List.of(new Named("thoi-su", "Thời sự"),
			new Named("xay-dung-dang", "Xây dựng Đảng"), new Named("quoc-phong", "Quốc phòng"),
			new Named("van-hoa", "Văn hóa"), new Named("doi-song", "Đời sống"));

	private static final int TEXT_BYTES = 8000;

	private static final int SENTENCES = 3;

	private static final int PARAGRAPHS_BELOW_HEADING = 3;

	private static final int TITLE_LENGTH = 90;

	private static final int ID_DIGITS = 5;

	private static final int RADIX = 36;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

	private final Prose prose;

	private final Instant first;

	/**
	 * Generates articles from the real one.
	 * @param first when number 0 was published; the others follow a second apart
	 */
	public GeneratedNews(Instant first) {
		this(Prose.real(), first);
	}

	GeneratedNews(Prose prose, Instant first) {
		this.prose = prose;
		this.first = first;
	}

	/**
	 * The id of an article.
	 * @param number from 0
	 * @return 10 lower-case letters and digits
	 */
	public static String id(int number) {
		String digits = Integer.toString(number, RADIX);
		return "bench" + "0".repeat(ID_DIGITS - digits.length()) + digits;
	}

	/**
	 * The public state of an article, as article-service announces it.
	 * @param number from 0
	 * @return an article of {@code article.published.v1}
	 */
	public ObjectNode article(int number) {
		String id = id(number);
		ObjectNode words = draft(number);
		Named section = SECTIONS.get(number % SECTIONS.size());
		String title = words.path("title").asString();
		String url = "/" + section.slug() + "/" + slug(title) + "-" + id;
		ObjectNode article = JsonNodeFactory.instance.objectNode().put("id", id).put("revision", 2).put("url", url);
		article.putArray("addresses").add(url);
		article.setAll(words);
		named(article.putObject("section"), section);
		named(article.putArray("tags").addObject(), tag(number));
		article.withArray("tags").addObject().put("slug", "ha-noi").put("name", "Hà Nội");
		named(article.putArray("authors").addObject(), new Named("phuong-linh", "Phương Linh"));
		String published = published(number).toString();
		article.put("published", published).put("modified", published);
		article.putArray("corrections");
		return article.put("openForRating", true);
	}

	/**
	 * When an article was published.
	 * @param number from 0
	 * @return the time
	 */
	public Instant published(int number) {
		return this.first.plusSeconds(number);
	}

	/**
	 * The same article as an editor would send it.
	 * @param number from 0
	 * @return a draft
	 */
	public ObjectNode draft(int number) {
		Random random = new Random(number);
		ObjectNode draft = JsonNodeFactory.instance.objectNode()
			.put("title", title(number, random))
			.put("lead", tag(number).name() + ": " + this.prose.sentence(random))
			.put("sourceMark", "QPTĐ")
			.put("kind", "article")
			.put("section", SECTIONS.get(number % SECTIONS.size()).slug());
		draft.putArray("tags").add(tag(number).name()).add("Hà Nội");
		draft.putArray("authors").addObject().put("name", "Phương Linh");
		body(draft.putObject("body").put("type", "doc").putArray("content"), random);
		return draft;
	}

	private String title(int number, Random random) {
		String sentence = this.prose.sentence(random);
		int end = (sentence.length() <= TITLE_LENGTH) ? sentence.length() : sentence.lastIndexOf(' ', TITLE_LENGTH);
		return "Kỳ " + (number + 1) + ": " + sentence.substring(0, end);
	}

	private void body(ArrayNode blocks, Random random) {
		int bytes = 0;
		for (int paragraph = 0; bytes < TEXT_BYTES; paragraph++) {
			if (paragraph % PARAGRAPHS_BELOW_HEADING == 0) {
				ObjectNode heading = blocks.addObject().put("type", "heading");
				heading.putObject("attrs").put("level", 2);
				text(heading, this.prose.heading(random));
			}
			String words = this.prose.paragraph(random, SENTENCES);
			text(blocks.addObject().put("type", "paragraph"), words);
			bytes += words.getBytes(StandardCharsets.UTF_8).length;
		}
	}

	private static void text(ObjectNode block, String words) {
		block.putArray("content").addObject().put("type", "text").put("text", words);
	}

	private static Named tag(int number) {
		String digits = String.format(Locale.ROOT, "%03d", number / SECTIONS.size() % TAGS);
		return new Named("chuyen-de-" + digits, "Chuyên đề " + digits);
	}

	private static void named(ObjectNode node, Named named) {
		node.put("slug", named.slug()).put("name", named.name());
	}

	private static String slug(String title) {
		String plain = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD))
			.replaceAll("")
			.toLowerCase(Locale.ROOT)
			.replace('đ', 'd');
		return OTHERS.matcher(plain).replaceAll(" ").strip().replace(' ', '-');
	}

	private record Named(String slug, String name) {
	}

}
