package vn.bantin.gateway.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.site.answer.Name;
import vn.bantin.gateway.site.frame.Head;
import vn.bantin.gateway.site.story.Story;

/** Makes the heads of pages, for browsers, search engines and social networks. */
@Component
class Heads {

	private static final int SHARED_WIDTH = 1280;

	private final JsonMapper json;

	private final SiteProperties properties;

	Heads(JsonMapper json, SiteProperties properties) {
		this.json = json;
		this.properties = properties;
	}

	Head article(Story story, String paper) {
		String address = absolute(story.url());
		String source = story.faceSource(SHARED_WIDTH);
		String picture = (source != null) ? absolute(source) : null;
		Name section = story.section();
		return new Head(story.title(), story.lead(), address, picture, structured(story, address, picture, paper),
				(section != null) ? section.slug() : null, true);
	}

	Head list(String title, @Nullable String description, String path, @Nullable String section) {
		return new Head(title, description, absolute(path), null, null, section, true);
	}

	private String structured(Story story, String address, @Nullable String picture, String paper) {
		Map<String, Object> article = new LinkedHashMap<>();
		article.put("@context", "https://schema.org");
		article.put("@type", "NewsArticle");
		article.put("headline", story.title());
		putIfKnown(article, "description", story.lead());
		putIfKnown(article, "image", (picture != null) ? List.of(picture) : null);
		putIfKnown(article, "datePublished", story.published());
		putIfKnown(article, "dateModified", story.modified());
		article.put("author",
				story.authors()
					.stream()
					.map((author) -> Map.of("@type", "Person", "name", author.name(), "url",
							absolute("/tac-gia/" + author.slug())))
					.toList());
		article.put("publisher", Map.of("@type", "Organization", "name", paper, "url", absolute("/")));
		putIfKnown(article, "articleSection", (story.section() != null) ? story.section().name() : null);
		article.put("inLanguage", "vi");
		article.put("mainEntityOfPage", address);
		return inScript(this.json.writeValueAsString(article));
	}

	/** Escapes, as JSON allows, what could end the script element around it. */
	private static String inScript(String json) {
		return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
	}

	private static void putIfKnown(Map<String, Object> map, String name, @Nullable Object value) {
		if (value != null) {
			map.put(name, (value instanceof List<?>) ? value : value.toString());
		}
	}

	private String absolute(String path) {
		return UriComponentsBuilder.fromUri(this.properties.url()).replacePath(path).build(true).toUriString();
	}

}
