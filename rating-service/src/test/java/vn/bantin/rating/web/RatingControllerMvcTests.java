package vn.bantin.rating.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.bantin.rating.casting.Casting;
import vn.bantin.rating.casting.NotAwaited;
import vn.bantin.rating.ratable.RatableArticle;
import vn.bantin.rating.ratable.RatableArticles;
import vn.bantin.rating.reading.ArticleTally;
import vn.bantin.rating.reading.Tallies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

/** The HTTP of ratings with the real security, and nothing behind it. */
@WebMvcTest(controllers = RatingController.class, properties = "GATEWAY_JWKS_URI=http://127.0.0.1:1/")
@Import(AccessRules.class)
class RatingControllerMvcTests {

	private static final String MINE = "/api/articles/a1b2c3d4e5/rating/mine";

	private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

	private static final RatableArticle ARTICLE = new RatableArticle("a1b2c3d4e5", 2, "Bài", "/bai", NOW, true);

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Casting casting;

	@MockitoBean
	private RatableArticles articles;

	@MockitoBean
	private Tallies tallies;

	@Test
	void refusesAVoteThatNobodyAwaits() {
		MvcTestResult late = vote(NOW.minusMillis(5001).toString());

		assertThat(late).hasStatus(503)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("2026-11-24T07:59:54.999Z");
		assertThat(this.mvc.perform(by(delete(MINE)).header("X-Asked", NOW.minusSeconds(60).toString())))
			.hasStatus(503);
		verifyNoInteractions(this.casting);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer ", "Bearer a$b", "Bearer rubbish" })
	void refusesWhatIsNoToken(String authorization) {
		assertThat(this.mvc.perform(delete(MINE).header(HttpHeaders.AUTHORIZATION, authorization))).hasStatus(401)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("/problems/unauthenticated");
	}

	@Test
	void saysThatATokenCannotBeCheckedWithoutTheGatewaysKeys() throws JOSEException {
		MvcTestResult unchecked = this.mvc
			.perform(delete(MINE).header(HttpHeaders.AUTHORIZATION, "Bearer " + tokenOfTheGateway()));

		assertThat(unchecked).hasStatus(503)
			.hasHeader(HttpHeaders.RETRY_AFTER, "1")
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("/problems/unavailable");
		verifyNoInteractions(this.casting);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-24T07:59:55Z", "2026-11-24T08:00:00Z" })
	void takesAVoteThatSomebodyAwaits(String asked) {
		assertIsTaken(asked, Instant.parse(asked));
	}

	@Test
	void believesNoClockThatIsAhead() {
		assertIsTaken("2026-11-24T08:00:03Z", NOW);
	}

	@Test
	void saysWhenAVoteWasOvertaken() {
		given(this.casting.cast("a1b2c3d4e5", "r1", 4, NOW)).willThrow(new NotAwaited(NOW));

		assertThat(vote(NOW.toString())).hasStatus(503)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains(NOW.toString());
	}

	/** So that a gateway of the release before can be in front of this one. */
	@Test
	void takesAVoteThatDoesNotSayWhenItWasAsked() {
		assertIsTaken(null, NOW);
	}

	@Test
	void saysThatAVoteIsCountedWhenANewerTallyIsThere() {
		given(this.casting.cast("a1b2c3d4e5", "r1", 4, NOW)).willReturn(new Casting.Outcome(null, true));
		given(this.tallies.find("a1b2c3d4e5")).willReturn(Optional.of(tally(7)), Optional.of(tally(8)));
		given(this.tallies.awaitAfter(eq("a1b2c3d4e5"), eq(7L), any())).willReturn(true);

		MvcTestResult counted = vote(NOW.toString());

		assertThat(counted).hasStatusOk().bodyJson().extractingPath("$.counted").isEqualTo(true);
		assertThat(counted).bodyJson().extractingPath("$.version").isEqualTo(8);
	}

	@Test
	void saysThatAVoteIsNotCountedYet() {
		given(this.casting.cast("a1b2c3d4e5", "r1", 4, NOW)).willReturn(new Casting.Outcome(null, true));
		given(this.tallies.find("a1b2c3d4e5")).willReturn(Optional.of(tally(7)));

		MvcTestResult accepted = vote(NOW.toString());

		assertThat(accepted).hasStatusOk().bodyJson().extractingPath("$.counted").isEqualTo(false);
		assertThat(accepted).bodyJson().extractingPath("$.version").isEqualTo(7);
	}

	@Test
	void answersVoteWithTheFieldsOfTheContract() {
		given(this.casting.cast("a1b2c3d4e5", "r1", 4, NOW)).willReturn(new Casting.Outcome(4, false));
		given(this.tallies.find("a1b2c3d4e5")).willReturn(Optional.of(tally(7)));

		assertThat(vote(NOW.toString())).hasBodyTextEqualTo("""
				{"sum":4,"count":1,"mean":4.0,"stars":{"4":1},"version":7,"mine":4,"counted":true}""");
	}

	@Test
	void answersRatingWithNullsWhereThereIsNoVote() {
		given(this.articles.find("a1b2c3d4e5")).willReturn(Optional.of(ARTICLE));

		assertThat(this.mvc.perform(get("/api/articles/a1b2c3d4e5/rating"))).hasBodyTextEqualTo("""
				{"sum":0,"count":0,"mean":null,"stars":{"1":0,"2":0,"3":0,"4":0,"5":0},"version":0,"mine":null}""");
	}

	@Test
	void answersTopRatedWithTheFieldsOfTheContract() {
		given(this.articles.openSince(NOW.minus(Duration.ofDays(30)))).willReturn(List.of(ARTICLE));
		given(this.tallies.find(Set.of("a1b2c3d4e5"))).willReturn(List.of(tally(7)));

		assertThat(this.mvc.perform(get("/api/articles/top-rated"))).hasBodyTextEqualTo("""
				{"items":[{"id":"a1b2c3d4e5","title":"Bài","url":"/bai","published":"2026-11-24T08:00:00Z",\
				"sum":4,"count":1,"mean":4.0}]}""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null", textBlock = """
			{"stars": 0}            | 0
			{"stars": 6}            | 6
			{"stars": "5"}          | "5"
			{"stars": ""}           | ""
			{"stars": 4.5}          | 4.5
			{"stars": 4.0}          | 4.0
			{"stars": 99999999999}  | 99999999999
			{"stars": true}         | true
			{"stars": []}           | []
			{"stars": null}         | null
			{}                      | null
			""")
	void saysWhichStarsAreAllowed(String body, @Nullable String value) {
		assertRefuses(this.mvc.perform(by(put(MINE)).contentType(MediaType.APPLICATION_JSON).content(body)), "stars",
				value, "a whole number from 1 to 5");
		verifyNoInteractions(this.casting);
	}

	@Test
	void saysWhichFieldsAVoteHas() {
		assertRefuses(
				this.mvc.perform(
						by(put(MINE)).contentType(MediaType.APPLICATION_JSON).content("{\"stars\": 3, \"more\": 1}")),
				"more", "1", "no such field; known is stars");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "4", "\"4\"" })
	void saysThatAVoteIsAnObject(String body) {
		assertThat(this.mvc.perform(by(put(MINE)).contentType(MediaType.APPLICATION_JSON).content(body))).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].allowed")
			.isEqualTo("a JSON object");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "", "{", "{\"stars\": 4} {}" })
	void refusesBodiesThatAreNoJsonObject(String body) {
		assertThat(this.mvc.perform(by(put(MINE)).contentType(MediaType.APPLICATION_JSON).content(body))).hasStatus(400)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("/problems/invalid-request");
		verifyNoInteractions(this.casting);
	}

	@ParameterizedTest
	@CsvSource({ "days,0,365", "days,366,365", "days,4.5,365", "days,x,365", "days,'',365", "days,+7,365",
			"days,0x7,365", "limit,0,100", "limit,101,100", "limit,1234567890123,100" })
	void saysWhichNumbersAreAllowed(String parameter, String value, int most) {
		assertRefuses(this.mvc.perform(get("/api/articles/top-rated").queryParam(parameter, value)), parameter, value,
				"a whole number from 1 to " + most);
	}

	@Test
	void saysWhichParametersAreKnown() {
		assertRefuses(this.mvc.perform(get("/api/articles/top-rated").queryParam("day", "7")), "day", "7",
				"no such parameter; known are days, limit");
	}

	private static void assertRefuses(MvcTestResult answer, String field, @Nullable String value, String allowed) {
		assertThat(answer).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/invalid-request");
		assertThat(answer).bodyJson().extractingPath("$.title").isEqualTo("The request is not valid");
		assertThat(answer).bodyJson()
			.extractingPath("$.detail")
			.isEqualTo("The value %s of %s is not valid; allowed is %s.".formatted(value, field, allowed));
		assertThat(answer).bodyJson().extractingPath("$.errors.length()").isEqualTo(1);
		assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
		assertThat(answer).bodyJson()
			.extractingPath("$.errors[0].value")
			.satisfies((it) -> assertThat(String.valueOf(it)).isEqualTo(String.valueOf(value).replace("\"", "")));
		assertThat(answer).bodyJson().extractingPath("$.errors[0].allowed").isEqualTo(allowed);
	}

	@Test
	void waitsForTheEventThatMadeSomebodyAsk() {
		given(this.tallies.find("a1b2c3d4e5")).willReturn(Optional.of(tally(7)), Optional.of(tally(8)));
		given(this.tallies.awaitAt(eq("a1b2c3d4e5"), eq(3), eq(4711L), any())).willReturn(true, false);

		assertThat(seen("tallies-3:4711")).doesNotContainHeader("X-Behind")
			.bodyJson()
			.extractingPath("$.version")
			.isEqualTo(8);
		assertThat(seen("tallies-3:4711")).containsHeader("X-Behind");
		assertThat(seen("tallies-3:4711,articles-0:5")).containsHeader("X-Behind");
		assertThat(seen("tallies-2:4711,tallies-3:4711")).doesNotContainHeader("X-Behind");
		assertThat(seen("tallies of all kinds")).doesNotContainHeader("X-Behind");
	}

	private MvcTestResult seen(String event) {
		return this.mvc.perform(get("/api/articles/a1b2c3d4e5/rating").header("X-Seen", event));
	}

	private static ArticleTally tally(long version) {
		return new ArticleTally("a1b2c3d4e5", 4, 1, 4.0, Map.of("4", 1L), version);
	}

	private void assertIsTaken(@Nullable String asked, Instant received) {
		given(this.casting.cast("a1b2c3d4e5", "r1", 4, received)).willReturn(new Casting.Outcome(null, false));
		given(this.tallies.find(any(String.class))).willReturn(Optional.empty());

		assertThat(vote(asked)).hasStatusOk();
		verify(this.casting).cast("a1b2c3d4e5", "r1", 4, received);
	}

	private MvcTestResult vote(@Nullable String asked) {
		MockHttpServletRequestBuilder request = by(put(MINE)).contentType(MediaType.APPLICATION_JSON)
			.content("{\"stars\": 4}");
		return this.mvc.perform((asked != null) ? request.header("X-Asked", asked) : request);
	}

	private static String tokenOfTheGateway() throws JOSEException {
		SignedJWT token = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").type(new JOSEObjectType("at+jwt")).build(),
				new JWTClaimsSet.Builder().subject("r1").build());
		token.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
		return token.serialize();
	}

	private static MockHttpServletRequestBuilder by(MockHttpServletRequestBuilder request) {
		return request
			.with(jwt().jwt((token) -> token.subject("r1")).authorities(new SimpleGrantedAuthority("ROLE_reader")));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Surroundings {

		@Bean
		Clock clock() {
			return Clock.fixed(NOW, ZoneOffset.UTC);
		}

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

	}

}
