package vn.bantin.article.publishing.web;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.publishing.Article;
import vn.bantin.article.publishing.Articles.Version;

/** Articles as the newsroom sees them. */
final class ArticleJson {

	private ArticleJson() {
	}

	static ObjectNode of(Article article) {
		return JsonNodeFactory.instance.objectNode()
			.put("id", article.id())
			.put("revision", article.revision())
			.put("state", article.state().code())
			.put("url", article.url())
			.put("saved", article.saved().toString())
			.put("savedBy", article.savedBy())
			.setAll(article.content().json());
	}

	static ObjectNode of(Version version) {
		return version.content()
			.json()
			.put("revision", version.revision())
			.put("state", version.state().code())
			.put("saved", version.saved().toString())
			.put("savedBy", version.savedBy());
	}

	/** As in lists: without the body. */
	static ObjectNode summary(Article article) {
		ObjectNode summary = of(article);
		summary.remove("body");
		return summary;
	}

}
