package vn.bantin.drills.judge;

import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import vn.bantin.drills.judge.Evidence.Count;
import vn.bantin.drills.judge.Evidence.Shown;
import vn.bantin.drills.judge.Evidence.Stored;
import vn.bantin.drills.judge.Finding.Breach;
import vn.bantin.drills.ledger.Act;
import vn.bantin.drills.ledger.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bantin.drills.judge.EvidenceFixture.CORRECTED;
import static vn.bantin.drills.judge.EvidenceFixture.DRAFT;
import static vn.bantin.drills.judge.EvidenceFixture.PUBLISHED;
import static vn.bantin.drills.judge.EvidenceFixture.RATED;
import static vn.bantin.drills.judge.EvidenceFixture.RETRACTED;
import static vn.bantin.drills.judge.EvidenceFixture.article;
import static vn.bantin.drills.judge.EvidenceFixture.id;
import static vn.bantin.drills.judge.EvidenceFixture.tally;
import static vn.bantin.drills.judge.EvidenceFixture.title;
import static vn.bantin.drills.judge.EvidenceFixture.vote;

class JudgeTests {

	private final EvidenceFixture drill = EvidenceFixture.allWell();

	@Test
	void findsNothingWhereAllIsWell() {
		Verdict verdict = this.drill.judge();
		assertThat(verdict.findings()).isEmpty();
		assertThat(verdict.isClean()).isTrue();
		assertThat(verdict.records()).isEqualTo(this.drill.events.size());
		assertThat(verdict.repeats()).isZero();
	}

	@Test
	void findsNothingWhereNothingHappened() {
		assertThat(EvidenceFixture.empty().judge().isClean()).isTrue();
	}

	@Test
	void countsTheSubjectsOfABreach() {
		this.drill.stored.remove(PUBLISHED);
		this.drill.shown.put(PUBLISHED, new Shown(404, ""));
		this.drill.stored.remove(DRAFT);
		assertThat(this.drill.judge().count(Breach.LOST)).isEqualTo(2);
		assertThat(this.drill.judge().count(Breach.GHOST)).isZero();
	}

	@Nested
	class OfAnArticle {

		private final EvidenceFixture drill = JudgeTests.this.drill;

		@ParameterizedTest
		@ValueSource(strings = { PUBLISHED, CORRECTED, RETRACTED, DRAFT })
		void missesItInTheDatabase(String token) {
			this.drill.stored.remove(token);
			assertThat(this.drill.breaches()).containsExactly("LOST " + token);
		}

		@Test
		void missesTheNewestTextInTheDatabase() {
			this.drill.stored.put(DRAFT, List.of(new Stored(title(DRAFT, 1), "", false)));
			assertThat(this.drill.breaches()).containsExactly("LOST " + DRAFT);
		}

		@Test
		void missesTheCorrectionInTheDatabase() {
			this.drill.stored.put(CORRECTED, List.of(new Stored(title(CORRECTED, 2), title(CORRECTED, 1), false)));
			assertThat(this.drill.breaches()).containsExactly("LOST " + CORRECTED);
		}

		@Test
		void missesItsPublicationInTheTopic() {
			this.drill.lose(article("published", PUBLISHED));
			assertThat(this.drill.breaches()).containsExactly("LOST " + PUBLISHED);
		}

		@Test
		void missesItsCorrectionInTheTopic() {
			this.drill.lose(article("corrected", CORRECTED));
			assertThat(this.drill.breaches()).containsExactly("LOST " + CORRECTED);
		}

		@Test
		void missesItsRetractionInTheTopic() {
			this.drill.lose(article("retracted", RETRACTED));
			assertThat(this.drill.breaches()).containsExactly("LOST " + RETRACTED);
		}

		@ParameterizedTest
		@ValueSource(strings = { CORRECTED, RETRACTED })
		void missesAPublicationThatALaterOneHides(String token) {
			this.drill.lose(article("published", token));
			assertThat(this.drill.breaches()).containsExactly("LOST " + token);
		}

		@ParameterizedTest
		@ValueSource(ints = { 0, 404, 500, 503 })
		void missesItWhereReadersGetNothing(int status) {
			this.drill.shown.put(PUBLISHED, new Shown(status, ""));
			assertThat(this.drill.breaches()).containsExactly("LOST " + PUBLISHED);
		}

		@Test
		void missesTheCorrectionWhereReadersGetTheOldText() {
			this.drill.shown.put(CORRECTED, new Shown(200, title(CORRECTED, 1)));
			assertThat(this.drill.breaches()).containsExactly("LOST " + CORRECTED);
		}

		@Test
		void missesItInTheList() {
			this.drill.listed.remove(CORRECTED);
			assertThat(this.drill.breaches()).containsExactly("LOST " + CORRECTED);
		}

		@Test
		void missesTheRetractionWhereReadersStillGetIt() {
			this.drill.shown.put(RETRACTED, new Shown(200, title(RETRACTED, 1)));
			assertThat(this.drill.breaches()).containsExactly("LOST " + RETRACTED);
		}

		@Test
		void missesTheRetractionWhereReadersGetNotFound() {
			this.drill.shown.put(RETRACTED, new Shown(404, ""));
			assertThat(this.drill.breaches()).containsExactly("LOST " + RETRACTED);
		}

		@Test
		void missesTheRetractionWhereTheListStillHasIt() {
			this.drill.listed.put(RETRACTED, 1);
			assertThat(this.drill.breaches()).containsExactly("LOST " + RETRACTED);
		}

		@Test
		void findsItTwiceInTheDatabase() {
			Stored stored = this.drill.stored.get(PUBLISHED).getFirst();
			this.drill.stored.put(PUBLISHED, List.of(stored, stored));
			assertThat(this.drill.breaches()).containsExactly("DUP " + PUBLISHED);
		}

		@Test
		void findsItTwiceInTheList() {
			this.drill.listed.put(PUBLISHED, 2);
			assertThat(this.drill.breaches()).containsExactly("DUP " + PUBLISHED);
		}

		@Test
		void findsItUnderTwoIdsInTheTopic() {
			this.drill.tell("published", "other", PUBLISHED, 2, title(PUBLISHED, 1));
			assertThat(this.drill.breaches()).containsExactly("DUP " + PUBLISHED);
		}

		@Test
		void findsAPublicationThatWasDoneTwice() {
			this.drill.tell("updated", PUBLISHED, 3, title(PUBLISHED, 1));
			assertThat(this.drill.breaches()).containsExactly("DUP " + PUBLISHED);
		}

		@Test
		void findsARetractionThatWasDoneTwice() {
			this.drill.tell("retracted", RETRACTED, 4, "");
			assertThat(this.drill.breaches()).containsExactly("DUP " + RETRACTED);
		}

		@Test
		void findsARefusedDraftInTheDatabase() {
			this.drill.write(Act.CREATE, "d1n0009", title("d1n0009", 1), Outcome.REFUSED);
			this.drill.stored.put("d1n0009", List.of(new Stored(title("d1n0009", 1), "", false)));
			assertThat(this.drill.breaches()).containsExactly("GHOST d1n0009");
		}

		@Test
		void findsARefusedPublicationInTheTopic() {
			this.drill.write(Act.PUBLISH, DRAFT, title(DRAFT, 2), Outcome.REFUSED);
			this.drill.tell("published", DRAFT, 3, title(DRAFT, 2));
			assertThat(this.drill.breaches()).containsExactly("GHOST " + DRAFT);
		}

		@Test
		void findsADraftInTheTopicThatALaterPublicationHides() {
			this.drill.lose(article("corrected", CORRECTED));
			this.drill.tell("updated", CORRECTED, 3, title(CORRECTED, 9));
			this.drill.tell("corrected", CORRECTED, 4, title(CORRECTED, 2));
			assertThat(this.drill.breaches()).containsExactly("GHOST " + CORRECTED);
		}

		@Test
		void findsADraftThatReadersGet() {
			this.drill.shown.put(DRAFT, new Shown(200, title(DRAFT, 2)));
			assertThat(this.drill.breaches()).containsExactly("GHOST " + DRAFT);
		}

		@Test
		void findsADraftInTheList() {
			this.drill.listed.put(DRAFT, 1);
			assertThat(this.drill.breaches()).containsExactly("GHOST " + DRAFT);
		}

		@Test
		void findsARefusedRetraction() {
			this.drill.write(Act.RETRACT, PUBLISHED, title(PUBLISHED, 1), Outcome.REFUSED);
			this.drill.shown.put(PUBLISHED, new Shown(410, ""));
			assertThat(this.drill.breaches()).containsExactly("GHOST " + PUBLISHED);
		}

		@Test
		void findsOneThatNoLedgerKnows() {
			this.drill.tell("published", "d1n0099", 1, title("d1n0099", 1));
			assertThat(this.drill.breaches()).containsExactly("GHOST d1n0099");
		}

		@Test
		void doesNotMistakeATokenForALongerOne() {
			this.drill.tell("published", "xd1n0001", 9, title("x" + PUBLISHED, 9));
			assertThat(this.drill.breaches()).containsExactly("GHOST x" + PUBLISHED);
		}

		@Test
		void leavesOthersArticlesAlone() {
			this.drill.tell("published", "other", "other", 1, "Một tin khác");
			assertThat(this.drill.breaches()).isEmpty();
		}

		@Test
		void letsAnUnclearDraftBeOrNotBe() {
			this.drill.write(Act.CREATE, "d1n0009", title("d1n0009", 1), Outcome.UNKNOWN);
			assertThat(this.drill.breaches()).isEmpty();
			this.drill.stored.put("d1n0009", List.of(new Stored(title("d1n0009", 1), "", false)));
			assertThat(this.drill.breaches()).isEmpty();
		}

		@Test
		void letsAnUnclearPublicationBeOrNotBe() {
			this.drill.write(Act.PUBLISH, DRAFT, title(DRAFT, 2), Outcome.UNKNOWN);
			assertThat(this.drill.breaches()).isEmpty();
			this.drill.tell("published", DRAFT, 3, title(DRAFT, 2));
			this.drill.isPublic(DRAFT, title(DRAFT, 2));
			assertThat(this.drill.breaches()).isEmpty();
		}

		@Test
		void expectsTheSameOfAnUnclearPublicationEverywhere() {
			this.drill.write(Act.PUBLISH, DRAFT, title(DRAFT, 2), Outcome.UNKNOWN);
			this.drill.stored.put(DRAFT, List.of(new Stored(title(DRAFT, 2), title(DRAFT, 2), false)));
			assertThat(this.drill.judge().findings()).extracting(Finding::text)
				.anyMatch((text) -> text.startsWith("the topic has"))
				.anyMatch((text) -> text.startsWith("readers get"))
				.anyMatch((text) -> text.startsWith("the list does not have it"));
		}

		@Test
		void doesNotLetAnUnclearPublicationBeDoneTwice() {
			this.drill.write(Act.PUBLISH, DRAFT, title(DRAFT, 2), Outcome.UNKNOWN);
			this.drill.tell("published", DRAFT, 3, title(DRAFT, 2));
			this.drill.tell("updated", DRAFT, 4, title(DRAFT, 2));
			this.drill.isPublic(DRAFT, title(DRAFT, 2));
			assertThat(this.drill.breaches()).containsExactly("DUP " + DRAFT);
		}

		@Test
		void takesAnAcceptedPublicationAsProofOfAnUnclearDraft() {
			this.drill.write(Act.CREATE, "d1n0009", title("d1n0009", 1), Outcome.UNKNOWN);
			this.drill.accept(Act.PUBLISH, "d1n0009", title("d1n0009", 1));
			assertThat(this.drill.judge().findings()).extracting(Finding::text)
				.anyMatch((text) -> text.startsWith("the database has"))
				.anyMatch((text) -> text.startsWith("the topic has"))
				.anyMatch((text) -> text.startsWith("the list does not have it"));
		}

	}

	@Nested
	class OfVotes {

		private final EvidenceFixture drill = JudgeTests.this.drill;

		@Test
		void missesOneInTheTopic() {
			this.drill.lose((event) -> event.key().equals(RATED + "/an"));
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED);
			assertThat(this.drill.judge().findings()).extracting(Finding::text)
				.singleElement()
				.asString()
				.startsWith("the votes in the topic add up to");
		}

		@Test
		void missesOneInTheTally() {
			this.drill.tally(3, 5);
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED);
		}

		@Test
		void missesTheTally() {
			this.drill.lose((event) -> event.topic().equals("tallies"));
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED);
		}

		@Test
		void missesOneInTheDatabase() {
			this.drill.ballots.put(RATED, 1);
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED);
		}

		@Test
		void missesOneInWhatReadersGet() {
			this.drill.ratings.put(RATED, Count.of(List.of(4)));
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED);
		}

		@Test
		void missesThemWhereReadersGetNoTally() {
			this.drill.ratings.put(RATED, Count.of(JsonMapper.shared().createObjectNode()));
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED);
		}

		@ParameterizedTest
		@ValueSource(ints = { 0, 3, -1 })
		void missesAChangeInWhatTheVoterIsShown(int stars) {
			this.drill.mine.put(RATED + "/1", stars);
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED + "/1");
		}

		@Test
		void missesAWithdrawalInWhatTheVoterIsShown() {
			this.drill.mine.put(RATED + "/2", 2);
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED + "/2");
		}

		@Test
		void missesAWithdrawalInTheTopic() {
			this.drill.lose(vote("chi", 2));
			assertThat(this.drill.breaches()).containsExactly("DUP " + RATED);
		}

		@Test
		void missesAWithdrawalInTheTally() {
			this.drill.tally(3, 5, 4, 2);
			assertThat(this.drill.breaches()).containsExactly("DUP " + RATED);
		}

		@Test
		void findsAVoteThatTheDatabaseCountsTwice() {
			this.drill.ballots.put(RATED, 3);
			assertThat(this.drill.breaches()).containsExactly("DUP " + RATED);
		}

		@Test
		void findsAVoteThatTheTallyCountsTwice() {
			this.drill.tally(3, 5, 4, 4);
			assertThat(this.drill.breaches()).containsExactly("DUP " + RATED);
		}

		@Test
		void findsAVoteThatReadersGetCountedTwice() {
			this.drill.ratings.put(RATED, Count.of(List.of(5, 4, 4)));
			assertThat(this.drill.breaches()).containsExactly("DUP " + RATED);
		}

		@Test
		void findsAVoteThatTheTopicHasUnderASecondReader() {
			this.drill.vote("dung", 1, 5);
			assertThat(this.drill.breaches()).containsExactlyInAnyOrder("DUP " + RATED, "GHOST " + RATED);
		}

		@Test
		void findsAReaderWhoNeverVotedEvenWhereTheNumbersAreRight() {
			this.drill.write(Act.VOTE, RATED + "/3", "1", Outcome.REFUSED);
			this.drill.vote("dung", 1, 1);
			this.drill.vote("dung", 2, 0);
			assertThat(this.drill.breaches()).containsExactly("GHOST " + RATED);
		}

		@Test
		void findsARefusedVoteThatIsShown() {
			this.drill.write(Act.VOTE, RATED + "/0", "1", Outcome.REFUSED);
			this.drill.mine.put(RATED + "/0", 1);
			assertThat(this.drill.breaches()).containsExactly("GHOST " + RATED + "/0");
		}

		@Test
		void findsStarsThatDoNotAddUpToTheirSum() {
			this.drill.tally(3, new Count(9, 2, List.of(0, 0, 0, 2, 0)));
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED);
		}

		@Test
		void findsARightSumOfRightlyManyWrongVotes() {
			this.drill.accept(Act.VOTE, RATED + "/3", "2");
			this.drill.vote("dung", 1, 2);
			this.drill.mine.put(RATED + "/3", 2);
			this.drill.ballots.put(RATED, 3);
			this.drill.ratings.put(RATED, Count.of(List.of(5, 4, 2)));
			this.drill.tally(3, 5, 3, 3);
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED);
		}

		@Test
		void findsVotesWhereNobodyVoted() {
			this.drill.ratings.put("quiet", Count.of(List.of(3)));
			this.drill.ballots.put("quiet", 1);
			assertThat(this.drill.breaches()).containsExactly("DUP quiet");
		}

		@Test
		void findsVotesOnAnArticleThatNoLedgerKnows() {
			this.drill.vote("strange", "an", 1, 5, false);
			assertThat(this.drill.breaches()).containsExactlyInAnyOrder("DUP strange", "GHOST strange");
		}

		@Test
		void letsAnUnclearVoteCountOrNot() {
			this.drill.write(Act.VOTE, RATED + "/0", "1", Outcome.UNKNOWN);
			assertThat(this.drill.breaches()).isEmpty();
			this.drill.vote("an", 2, 1);
			this.drill.tally(3, 1, 4);
			this.drill.ratings.put(RATED, Count.of(List.of(1, 4)));
			this.drill.mine.put(RATED + "/0", 1);
			assertThat(this.drill.breaches()).isEmpty();
		}

		@Test
		void doesNotLetAnUnclearVoteBeAnyVote() {
			this.drill.write(Act.VOTE, RATED + "/0", "1", Outcome.UNKNOWN);
			this.drill.ratings.put(RATED, Count.of(List.of(3, 4)));
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED);
		}

		@Test
		void expectsTheSameOfAnUnclearVoteEverywhere() {
			this.drill.write(Act.VOTE, RATED + "/3", "1", Outcome.UNKNOWN);
			this.drill.vote("dung", 1, 1);
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED);
			assertThat(this.drill.judge().findings()).hasSize(3);
		}

		@Test
		void findsAnUnclearVoteThatOnlyTheTallyCounts() {
			this.drill.write(Act.VOTE, RATED + "/3", "1", Outcome.UNKNOWN);
			this.drill.tally(3, 5, 4, 1);
			assertThat(this.drill.breaches()).containsExactly("DUP " + RATED);
		}

	}

	@Nested
	class OfTopics {

		private final EvidenceFixture drill = JudgeTests.this.drill;

		@Test
		void findsAnArticleBehindANewerOne() {
			this.drill.delay(article("published", CORRECTED));
			assertThat(this.drill.breaches()).containsExactly("REORDER " + id(CORRECTED));
		}

		@Test
		void findsAVoteBehindANewerOne() {
			this.drill.repeat(vote("binh", 1));
			assertThat(this.drill.breaches()).containsExactly("REORDER " + RATED + "/binh");
		}

		@Test
		void findsATallyBehindANewerOne() {
			this.drill.delay(tally(1));
			assertThat(this.drill.breaches()).containsExactly("REORDER " + RATED);
		}

		@Test
		void findsASubjectThatChangesItsPartition() {
			Event event = this.drill.events.stream().filter(vote("binh", 2)).findFirst().orElseThrow();
			this.drill.events.set(this.drill.events.indexOf(event),
					new Event(event.topic(), 7, 0, event.key(), event.type(), event.data(), false));
			assertThat(this.drill.breaches()).containsExactly("REORDER " + RATED + "/binh");
		}

		@Test
		void missesAVersionOfAVote() {
			this.drill.lose(vote("binh", 1));
			assertThat(this.drill.breaches()).containsExactly("LOST " + RATED + "/binh");
		}

		@Test
		void letsArticlesAndTalliesSkipRevisions() {
			this.drill.tally(9, 5, 4);
			assertThat(this.drill.breaches()).isEmpty();
		}

		@Test
		void countsARepeatAndLetsItBe() {
			this.drill.repeat(article("published", PUBLISHED));
			this.drill.repeat(vote("an", 1));
			this.drill.repeat(tally(2));
			assertThat(this.drill.breaches()).isEmpty();
			assertThat(this.drill.judge().repeats()).isEqualTo(3);
		}

		@Test
		void letsABatchBeSentAgain() {
			this.drill.repeat(vote("binh", 1));
			this.drill.repeat(vote("binh", 2));
			assertThat(this.drill.breaches()).isEmpty();
			assertThat(this.drill.judge().repeats()).isEqualTo(2);
		}

		@Test
		void findsARepeatThatSaysSomethingElse() {
			this.drill.vote("an", 1, 4);
			assertThat(this.drill.breaches()).containsExactly("DUP " + RATED + "/an");
		}

		@Test
		void findsARecordThatNobodyCanRead() {
			this.drill.record("articles", id(PUBLISHED), "unreadable", empty(), false);
			assertThat(this.drill.breaches()).contains("GHOST " + id(PUBLISHED));
		}

		@Test
		void doesNotJudgeWhatWasBefore() {
			EvidenceFixture drill = EvidenceFixture.empty();
			drill.tell("updated", "old", 3, "Tin c1n0001 bản 2");
			drill.tell("published", "old", 2, "Tin c1n0001 bản 1");
			drill.vote("an", 2, 5);
			drill.vote("an", 1, 4);
			drill.since = drill.events.size();
			assertThat(drill.breaches()).isEmpty();
			assertThat(drill.judge().records()).isZero();
		}

		@Test
		void remembersWhatWasBefore() {
			EvidenceFixture drill = EvidenceFixture.empty();
			drill.vote("an", 1, 4);
			drill.vote("an", 2, 5);
			drill.since = drill.events.size();
			drill.vote("an", 3, 1);
			assertThat(drill.breaches()).isEmpty();
			drill.vote("an", 1, 4);
			assertThat(drill.breaches()).containsExactly("REORDER " + RATED + "/an");
		}

		@Test
		void doesNotJudgeWhatADrillPlanted() {
			int records = this.drill.judge().records();
			this.drill.vote(RATED, "an", 1, 4, true);
			this.drill.vote(RATED, "dung", 7, 4, true);
			this.drill.record("articles", id(PUBLISHED), "unreadable", empty(), true);
			this.drill.record("tallies", RATED, "unreadable", empty(), true);
			assertThat(this.drill.breaches()).isEmpty();
			assertThat(this.drill.judge().records()).isEqualTo(records);
		}

		@Test
		void missesAGoodRecordThatWasPutAside() {
			this.drill.record("articles.rating-service.dead", id(PUBLISHED), "article.published.v1", empty(), false);
			assertThat(this.drill.breaches()).containsExactly("LOST " + id(PUBLISHED));
		}

		@Test
		void letsAPlantedRecordBePutAside() {
			this.drill.record("votes.tally.dead", "poison", "unreadable", empty(), true);
			assertThat(this.drill.breaches()).isEmpty();
		}

		@Test
		void leavesOtherTopicsAlone() {
			this.drill.record("forecasts", "01", "forecast.observed.v1", empty(), false);
			assertThat(this.drill.breaches()).isEmpty();
		}

		private static ObjectNode empty() {
			return JsonMapper.shared().createObjectNode();
		}

	}

}
