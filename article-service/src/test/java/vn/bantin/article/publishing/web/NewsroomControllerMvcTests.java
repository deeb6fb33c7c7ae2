package vn.bantin.article.publishing.web;

import org.springframework.context.annotation.Import;
import vn.bantin.service.outbox.OutboxSignals;
import vn.bantin.service.topic.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.article.publishing.ArticlesInMemory;
import vn.bantin.article.publishing.Drafts;
import vn.bantin.article.publishing.Pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

/**
 * The newsroom's HTTP with the real rules and the real security, over articles in memory.
 */
@WebMvcTest(controllers = NewsroomController.class, properties = "GATEWAY_JWKS_URI=http://127.0.0.1:1/")
@Import({ NewsroomAccess.class, PublishingConfiguration.class })
class NewsroomControllerMvcTests {

	private static final String ARTICLES = "/api/newsroom/articles";

	private static final RequestPostProcessor WRITER = person("w1", "Phương Linh", "writer");

	private static final RequestPostProcessor EDITOR = person("e1", "Biên tập", "writer", "editor");

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private OutboxSignals signals;

	@MockitoBean
	private Topics topics;

	@Autowired
	private ArticlesInMemory articles;

	@BeforeEach
	void clear() {
		this.articles.clear();
	}

	@Test
	void takesArticleThroughItsLife() {
		String id = create();
		MvcTestResult edited = send(HttpMethod.PUT, "/" + id, WRITER, 1, Drafts.json().replace("Mở đầu.", "Khác."));
		assertThat(edited).hasStatusOk().headers().hasValue("ETag", "\"2\"");
		MvcTestResult published = send(HttpMethod.POST, "/" + id + "/publish", EDITOR, 2, "{}");
		assertThat(published).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("published");
		MvcTestResult corrected = send(HttpMethod.POST, "/" + id + "/publish", EDITOR, 3,
				"{\"correction\": \"Sai tên\"}");
		assertThat(corrected).hasStatusOk().bodyJson().extractingPath("$.revision").isEqualTo(4);
		MvcTestResult retracted = send(HttpMethod.POST, "/" + id + "/retract", EDITOR, 4,
				"{\"reason\": \"Đăng nhầm\"}");
		assertThat(retracted).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("retracted");
		assertThat(this.articles.announcements()).extracting("type")
			.containsExactly("vn.bantin.article.published.v1", "vn.bantin.article.corrected.v1",
					"vn.bantin.article.retracted.v1");
		assertThat(get("/" + id + "/revisions", WRITER)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.items[*].revision")
			.asArray()
			.containsExactly(5, 4, 3, 2, 1);
	}

	@Test
	void saysThatTokensCannotBeCheckedWithoutTheGatewaysKeys() throws JOSEException {
		MvcTestResult unchecked = this.mvc.get()
			.uri(ARTICLES)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + tokenOfTheGateway())
			.exchange();

		assertProblem(unchecked, 503, "unavailable");
		assertThat(unchecked).hasHeader(HttpHeaders.RETRY_AFTER, "1");
	}

	@Test
	void showsWhatWasCreated() {
		MvcTestResult created = send(HttpMethod.POST, "", WRITER, null, Drafts.json());
		assertThat(created).hasStatus(201).headers().hasValue("ETag", "\"1\"");
		assertThat(created).bodyJson().extractingPath("$.savedBy").isEqualTo("Phương Linh");
		assertThat(created).bodyJson().extractingPath("$.state").isEqualTo("draft");
		assertThat(created).bodyJson()
			.extractingPath("$.url")
			.asString()
			.matches("/thoi-su/mot-ngay-o-ben-song-[a-z0-9]{10}");
		assertThat(created).bodyJson().extractingPath("$.leadPicture.width").isEqualTo(1600);
	}

	@Test
	void refusesStaleRevisionAndShowsBoth() {
		String id = create();
		send(HttpMethod.PUT, "/" + id, WRITER, 1, Drafts.json().replace("Mở đầu.", "Của người khác."));
		MvcTestResult stale = send(HttpMethod.PUT, "/" + id, EDITOR, 1, Drafts.json().replace("Mở đầu.", "Của tôi."));
		assertProblem(stale, 409, "stale-revision");
		assertThat(stale).bodyJson().extractingPath("$.current.revision").isEqualTo(2);
		assertThat(stale).bodyJson().extractingPath("$.current.lead").isEqualTo("Của người khác.");
		assertThat(stale).bodyJson().extractingPath("$.yours.revision").isEqualTo(1);
		assertThat(stale).bodyJson().extractingPath("$.yours.lead").isEqualTo("Của tôi.");
		MvcTestResult publish = send(HttpMethod.POST, "/" + id + "/publish", EDITOR, 1, "{}");
		assertProblem(publish, 409, "stale-revision");
		assertThat(publish).bodyJson().extractingPath("$.yours.revision").isEqualTo(1);
		assertThat(this.articles.announcements()).isEmpty();
	}

	@Test
	void repeatsEditAfterLostResponseWithoutSecondEffect() {
		String id = create();
		String draft = Drafts.json().replace("Mở đầu.", "Khác.");
		send(HttpMethod.PUT, "/" + id, WRITER, 1, draft);
		assertThat(send(HttpMethod.PUT, "/" + id, WRITER, 1, draft)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.revision")
			.isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{ | ''", "[] | ''", "\"text\" | ''", "{} {} | ''", "{\"title\": \"a\", \"title\": \"b\"} | ''",
					"{\"lead\": \"Không tên\"} | title", "{\"title\": \"a\", \"colour\": 1} | colour",
					"{\"title\": \"\\ud83d\"} | title" })
	void refusesBodyThatIsNoDraft(String body, String field) {
		MvcTestResult refused = send(HttpMethod.POST, "", WRITER, null, body);
		assertProblem(refused, 400, "invalid-request");
		assertThat(refused).bodyJson().extractingPath("$.errors[*].field").asArray().contains(field);
		assertThat(refused).bodyJson().extractingPath("$.instance").isEqualTo(ARTICLES);
		assertThat(this.articles.newest(null, null, 10)).isEmpty();
	}

	@Test
	void namesThePlaceOfUnknownNode() {
		MvcTestResult refused = send(HttpMethod.POST, "", WRITER, null,
				Drafts.json().replace("\"paragraph\"", "\"script\""));
		assertProblem(refused, 400, "invalid-request");
		assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("body.content[1].type");
		assertThat(refused).bodyJson().extractingPath("$.errors[0].value").isEqualTo("script");
		assertThat(refused).bodyJson().extractingPath("$.errors[0].allowed").asString().contains("paragraph");
	}

	@Test
	void shortensLongValuesBetweenCharacters() {
		String emoji = "\"lead\": \"" + "a".repeat(198) + "\uD83D\uDE00".repeat(2000) + "\"";
		MvcTestResult refused = send(HttpMethod.POST, "", WRITER, null,
				Drafts.json().replace("\"lead\": \"Mở đầu.\"", emoji));
		assertProblem(refused, 400, "invalid-request");
		assertThat(refused).bodyJson()
			.extractingPath("$.errors[0].value")
			.asString()
			.endsWith("…")
			.hasSizeLessThan(210);
	}

	@Test
	void namesOnlyTheFirstOfManyFaults() {
		String nodes = "{\"type\": \"script\"},".repeat(5000);
		MvcTestResult refused = send(HttpMethod.POST, "", WRITER, null,
				Drafts.json().replace("{\"type\": \"heading\"", nodes + "{\"type\": \"heading\""));
		assertThat(refused).bodyJson().extractingPath("$.errors").asArray().hasSize(50);
	}

	@Test
	void refusesBodyThatIsTooLarge() {
		String large = Drafts.json().replace("Nội dung", "x".repeat(2 * 1024 * 1024));
		MvcTestResult refused = send(HttpMethod.POST, "", WRITER, null, large);
		assertProblem(refused, 413, "too-large");
		assertThat(refused).bodyJson().extractingPath("$.detail").asString().contains("512 KiB");
	}

	@Test
	void refusesOtherMediaTypesAndMethods() {
		assertProblem(
				this.mvc.post().uri(ARTICLES).with(WRITER).contentType(MediaType.TEXT_PLAIN).content("x").exchange(),
				415, "unsupported-media-type");
		assertProblem(this.mvc.delete().uri(ARTICLES).with(WRITER).exchange(), 405, "method-not-allowed");
	}

	@Test
	void needsRevisionToChangeAnything() {
		String id = create();
		assertProblem(send(HttpMethod.PUT, "/" + id, WRITER, null, Drafts.json()), 428, "precondition-required");
		assertProblem(send(HttpMethod.POST, "/" + id + "/publish", EDITOR, null, "{}"), 428, "precondition-required");
		MvcTestResult weak = request(HttpMethod.PUT, "/" + id, WRITER, Drafts.json()).header("If-Match", "W/\"1\"")
			.exchange();
		assertProblem(weak, 400, "invalid-request");
		assertThat(weak).bodyJson().extractingPath("$.errors[0].field").isEqualTo("If-Match");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"correction\": 7}", "{\"correction\": \"  \"}", "{\"note\": \"a\"}", "[]",
			"{\"correction\": \"\\udc00\"}" })
	void refusesToPublishWithWrongBody(String body) {
		assertProblem(send(HttpMethod.POST, "/" + create() + "/publish", EDITOR, 1, body), 400, "invalid-request");
		assertThat(this.articles.announcements()).isEmpty();
	}

	@Test
	void refusesToRetractWithoutReasonOrWhatIsNotPublished() {
		String id = create();
		MvcTestResult without = send(HttpMethod.POST, "/" + id + "/retract", EDITOR, 1, "{}");
		assertProblem(without, 400, "invalid-request");
		assertThat(without).bodyJson().extractingPath("$.errors[0].field").isEqualTo("reason");
		assertProblem(send(HttpMethod.POST, "/" + id + "/retract", EDITOR, 1, "{\"reason\": \"vì\"}"), 409,
				"wrong-state");
	}

	@Test
	void hasOneEffectPerIdempotencyKey() {
		JsonNode first = body(keyed("", "k1", null, Drafts.json()));
		assertThat(body(keyed("", "k1", null, Drafts.json())).path("id")).isEqualTo(first.path("id"));
		String publish = "/" + first.path("id").asString() + "/publish";
		assertThat(keyed(publish, "k2", 1, "{}")).hasStatusOk();
		assertThat(keyed(publish, "k2", 1, "{}")).hasStatusOk().bodyJson().extractingPath("$.revision").isEqualTo(2);
		assertThat(this.articles.announcements()).hasSize(1);
		assertProblem(keyed("", "x".repeat(201), null, Drafts.json()), 400, "invalid-request");
	}

	@Test
	void saysThatThereIsNoSuchArticle() {
		assertProblem(get("/nosucharti", WRITER), 404, "article-not-found");
		assertProblem(get("/nosucharti/revisions", WRITER), 404, "article-not-found");
		assertProblem(send(HttpMethod.PUT, "/nosucharti", WRITER, 1, Drafts.json()), 404, "article-not-found");
		assertProblem(send(HttpMethod.POST, "/nosucharti/publish", EDITOR, 1, "{}"), 404, "article-not-found");
	}

	@Test
	void checksCallerAndRoles() {
		String id = create();
		assertProblem(this.mvc.get().uri(ARTICLES).exchange(), 401, "unauthenticated");
		assertProblem(this.mvc.get().uri(ARTICLES).header("Authorization", "Bearer rubbish").exchange(), 401,
				"unauthenticated");
		assertProblem(get("", person("r1", "Bạn đọc", "reader")), 403, "forbidden");
		assertProblem(send(HttpMethod.POST, "/" + id + "/publish", WRITER, 1, "{}"), 403, "forbidden");
		assertProblem(send(HttpMethod.POST, "/" + id + "/retract", WRITER, 1, "{\"reason\": \"vì\"}"), 403,
				"forbidden");
		assertThat(this.articles.announcements()).isEmpty();
	}

	@Test
	void pagesThroughItsListByState() {
		List<String> drafts = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			drafts.add(create());
		}
		send(HttpMethod.POST, "/" + drafts.removeLast() + "/publish", EDITOR, 1, "{}");
		List<String> seen = new ArrayList<>();
		@Nullable String next = "?state=draft&limit=3";
		while (next != null) {
			JsonNode page = body(get(next, WRITER));
			page.path("items").forEach((item) -> {
				assertThat(item.has("body")).isFalse();
				seen.add(item.path("id").asString());
			});
			next = page.has("next") ? page.path("next").asString().substring(ARTICLES.length()) : null;
		}
		assertThat(seen).containsExactlyInAnyOrderElementsOf(drafts);
	}

	@ParameterizedTest
	@CsvSource({ "limit=0, limit", "limit=101, limit", "limit=many, limit", "state=gone, state",
			"cursor=rubbish!, cursor", "colour=red, colour", "limit=1&limit=2, limit" })
	void refusesQueryItDoesNotUnderstand(String query, String field) {
		MvcTestResult refused = get("?" + query, WRITER);
		assertProblem(refused, 400, "invalid-request");
		assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
	}

	private String create() {
		return body(send(HttpMethod.POST, "", WRITER, null, Drafts.json())).path("id").asString();
	}

	private MvcTestResult get(String path, RequestPostProcessor person) {
		return this.mvc.get().uri(ARTICLES + path).with(person).exchange();
	}

	private MvcTestResult send(HttpMethod method, String path, RequestPostProcessor person, @Nullable Integer revision,
			String body) {
		MockMvcTester.MockMvcRequestBuilder request = request(method, path, person, body);
		return ((revision != null) ? request.header("If-Match", "\"" + revision + "\"") : request).exchange();
	}

	private MvcTestResult keyed(String path, String key, @Nullable Integer revision, String body) {
		MockMvcTester.MockMvcRequestBuilder request = request(HttpMethod.POST, path, EDITOR, body)
			.header("Idempotency-Key", key);
		return ((revision != null) ? request.header("If-Match", "\"" + revision + "\"") : request).exchange();
	}

	private MockMvcTester.MockMvcRequestBuilder request(HttpMethod method, String path, RequestPostProcessor person,
			String body) {
		return this.mvc.method(method)
			.uri(ARTICLES + path)
			.with(person)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body);
	}

	private static JsonNode body(MvcTestResult answer) {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

	private static void assertProblem(MvcTestResult answer, int status, String code) {
		assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + code);
		assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(status);
	}

	private static String tokenOfTheGateway() throws JOSEException {
		SignedJWT token = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").type(new JOSEObjectType("at+jwt")).build(),
				new JWTClaimsSet.Builder().subject("r1").build());
		token.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
		return token.serialize();
	}

	private static RequestPostProcessor person(String id, String name, String... roles) {
		SimpleGrantedAuthority[] authorities = List.of(roles)
			.stream()
			.map((role) -> new SimpleGrantedAuthority("ROLE_" + role))
			.toArray(SimpleGrantedAuthority[]::new);
		return jwt().jwt((token) -> token.subject(id).claim("name", name)).authorities(authorities);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Memory {

		@Bean
		ArticlesInMemory articles() {
			return new ArticlesInMemory();
		}

		@Bean
		Pictures pictures() {
			return Drafts.PICTURES;
		}

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
