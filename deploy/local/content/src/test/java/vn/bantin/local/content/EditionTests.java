package vn.bantin.local.content;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class EditionTests {

	private static final Set<String> SECTIONS = Set.of("xay-dung-dang", "thoi-su", "quoc-phong", "van-hoa", "doi-song");

	private static final Set<String> NODES = Set.of("doc", "paragraph", "heading", "image", "gallery", "blockquote",
			"bulletList", "orderedList", "listItem", "horizontalRule", "text", "hardBreak");

	private static final Edition EDITION = Edition.read();

	static List<Story> stories() {
		return EDITION.stories();
	}

	static List<Story> ownStories() {
		return EDITION.stories().stream().filter((it) -> !it.slug().equals("xay-dung-dang-bo")).toList();
	}

	@Test
	void holdsTheRealArticleWordForWord() throws IOException {
		List<String> source = lines("/xay-dung-dang-bo.txt");
		int end = source.indexOf("Phương Linh");
		List<String> body = source.subList(4, end);
		Story story = story("xay-dung-dang-bo");
		assertThat(story.draft().path("title").asString()).isEqualTo(source.get(1));
		assertThat(story.draft().path("sourceMark").asString() + "-" + story.draft().path("lead").asString())
			.isEqualTo(source.get(2))
			.startsWith("QPTĐ-Xây dựng các cấp ủy");
		assertThat(story.draft().path("leadPicture").path("caption").asString()).isEqualTo(source.get(3))
			.isEqualTo(
					"Thành ủy Hà Nội thực hiện tốt công tác quy hoạch, tạo nguồn và đào tạo, bồi dưỡng đội ngũ cán bộ");
		JsonNode content = story.draft().path("body").path("content");
		assertThat(content.valueStream().map(EditionTests::words)).containsExactlyElementsOf(body);
		assertThat(content.valueStream()
			.filter((it) -> it.path("type").asString().equals("heading"))
			.map(EditionTests::words))
			.containsExactly("Nhiều cách làm mới, sáng tạo", "Kiên quyết, đồng bộ các giải pháp");
		assertThat(content.valueStream().map((it) -> it.path("type").asString())).containsOnly("paragraph", "heading");
		assertThat(story.draft().path("authors").get(0).path("name").asString()).isEqualTo(source.get(end));
		assertThat(story.draft().path("section").asString()).isEqualTo("xay-dung-dang");
	}

	@Test
	void publishesTheRealArticleLastSoThatItStandsOnTop() {
		assertThat(EDITION.stories().getLast().slug()).isEqualTo("xay-dung-dang-bo");
	}

	@Test
	void isAsLargeAsPromised() {
		assertThat(ownStories()).hasSizeGreaterThanOrEqualTo(13);
		assertThat(EDITION.stories().stream().filter(Story::isPhotoStory)).hasSizeGreaterThanOrEqualTo(2);
		assertThat(EDITION.stories().stream().map((it) -> it.draft().path("section").asString()).distinct())
			.hasSizeGreaterThanOrEqualTo(4);
	}

	@Test
	void listsEveryFileOnce() throws IOException, URISyntaxException {
		assertThat(EDITION.stories().stream().map(Story::slug)).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(files("/articles/edition.txt", ".md"));
	}

	@Test
	void usesEveryPictureFile() throws IOException, URISyntaxException {
		assertThat(EDITION.pictures()).containsExactlyInAnyOrderElementsOf(files("/pictures/README.txt", ".jpg"));
	}

	@ParameterizedTest
	@MethodSource("stories")
	void keepsTheNewsroomsRules(Story story) {
		JsonNode draft = story.draft();
		assertThat(draft.path("title").asString()).isNotBlank().hasSizeLessThanOrEqualTo(300);
		assertThat(draft.path("lead").asString()).isNotBlank().hasSizeLessThanOrEqualTo(2000);
		assertThat(draft.path("kind").asString()).isIn("article", "photo-story");
		assertThat(draft.path("section").asString()).isIn(SECTIONS);
		assertThat(draft.path("tags").size()).isBetween(1, 20);
		assertThat(draft.path("authors").size()).isBetween(1, 10);
		String json = draft.toString();
		assertThat(Normalizer.isNormalized(json, Normalizer.Form.NFC)).as("NFC").isTrue();
		assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(512 * 1024);
		for (JsonNode node : nodes(draft.path("body"), new ArrayList<>())) {
			assertThat(node.path("type").asString()).isIn(NODES);
			if (node.path("type").asString().equals("heading")) {
				assertThat(node.path("attrs").path("level").asInt()).isBetween(2, 3);
			}
			for (JsonNode mark : node.path("marks")) {
				assertThat(mark.path("type").asString()).isIn("bold", "italic", "link");
				if (mark.path("type").asString().equals("link")) {
					assertThat(mark.path("attrs").path("href").asString()).matches("(/[^/]|https://).*");
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("stories")
	void describesEveryPicture(Story story) {
		for (JsonNode picture : pictures(story)) {
			String name = picture.path("media").asString();
			assertThat(Edition.picture(name)).as(name)
				.hasSizeLessThanOrEqualTo(150 * 1024)
				.startsWith(0xff, 0xd8, 0xff);
			assertThat(picture.path("alt").asString()).as("alt of " + name).hasSizeBetween(20, 500);
			assertThat(picture.path("caption").asString()).as("caption of " + name).isNotBlank();
			assertThat(picture.path("credit").asString()).as("credit of " + name).contains("Bantin");
		}
		assertThat(story.draft().path("leadPicture").isObject()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("ownStories")
	void saysThatOurOwnTextsAreSamples(Story story) {
		assertThat(story.draft().path("tags").valueStream().map(JsonNode::asString)).contains("Bài mẫu");
		assertThat((story.draft().path("lead").asString() + " " + words(story.draft().path("body")) + captions(story))
			.split("\\s+")).as("words of " + story.slug()).hasSizeBetween(350, 750);
	}

	@ParameterizedTest
	@MethodSource("ownStories")
	void givesPhotoStoriesAtLeastSixPictures(Story story) {
		if (story.isPhotoStory()) {
			assertThat(pictures(story)).hasSizeGreaterThanOrEqualTo(7);
			assertThat(nodes(story.draft().path("body"), new ArrayList<>()).stream()
				.map((it) -> it.path("type").asString())).contains("gallery");
		}
	}

	private static Story story(String slug) {
		return EDITION.stories().stream().filter((it) -> it.slug().equals(slug)).findFirst().orElseThrow();
	}

	private static List<JsonNode> nodes(JsonNode node, List<JsonNode> found) {
		found.add(node);
		node.path("content").forEach((child) -> nodes(child, found));
		return found;
	}

	private static List<JsonNode> pictures(Story story) {
		return Stream.concat(Stream.of(story.draft().path("leadPicture")),
				nodes(story.draft().path("body"), new ArrayList<>()).stream()
					.filter((it) -> it.path("type").asString().equals("image"))
					.map((it) -> it.path("attrs")))
			.toList();
	}

	private static String captions(Story story) {
		return pictures(story).stream().map((it) -> " " + it.path("caption").asString()).collect(Collectors.joining());
	}

	private static String words(JsonNode node) {
		if (node.path("type").asString("").equals("text")) {
			return node.path("text").asString();
		}
		String between = node.path("content").path(0).path("type").asString("").equals("text") ? "" : " ";
		return node.path("content").valueStream().map(EditionTests::words).collect(Collectors.joining(between));
	}

	private static Set<String> files(String sibling, String suffix) throws IOException, URISyntaxException {
		Path file = Path.of(Objects.requireNonNull(EditionTests.class.getResource(sibling)).toURI());
		try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
			return files.map((it) -> it.getFileName().toString())
				.filter((it) -> it.endsWith(suffix))
				.map((it) -> it.substring(0, it.length() - suffix.length()))
				.collect(Collectors.toSet());
		}
	}

	private static List<String> lines(String resource) throws IOException {
		try (InputStream stream = Objects.requireNonNull(EditionTests.class.getResourceAsStream(resource))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map((it) -> it.replaceAll("^[\\s\\u00a0]+|[\\s\\u00a0]+$", ""))
				.filter((it) -> !it.isEmpty())
				.toList();
		}
	}

	@Test
	void knowsOnlyAddressesThatExist() {
		Set<String> links = EDITION.stories()
			.stream()
			.flatMap((it) -> nodes(it.draft().path("body"), new ArrayList<>()).stream())
			.flatMap((it) -> it.path("marks").valueStream())
			.map((it) -> it.path("attrs").path("href").asString(""))
			.filter((it) -> it.startsWith("/"))
			.collect(Collectors.toSet());
		assertThat(links).isNotEmpty()
			.allSatisfy((it) -> assertThat(URI.create(it).getPath().substring(1)).isIn(SECTIONS));
	}

}
