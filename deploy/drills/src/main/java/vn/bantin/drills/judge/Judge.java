package vn.bantin.drills.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import vn.bantin.drills.ledger.Act;
import vn.bantin.drills.ledger.Entry;

/**
 * Compares what was accepted with what the database, the topics and the readers' answers
 * hold.
 */
public final class Judge {

	private Judge() {
	}

	/**
	 * Judges.
	 * @param evidence of one drill
	 * @return what is wrong
	 */
	public static Verdict judge(Evidence evidence) {
		List<Finding> findings = new ArrayList<>();
		Map<Boolean, List<Entry>> byKind = evidence.ledger()
			.stream()
			.collect(Collectors.partitioningBy((entry) -> isVote(entry.act())));
		Map<String, List<Entry>> articles = bySubject(byKind.getOrDefault(false, List.of()));
		Map<String, List<Entry>> votes = bySubject(byKind.getOrDefault(true, List.of()));
		ArticleTopic topic = new ArticleTopic(evidence);
		articles
			.forEach((token, entries) -> findings.addAll(new ArticleCase(token, entries, evidence, topic).findings()));
		findings.addAll(topic.strangers(articles.keySet()));
		findings.addAll(new BallotCase(votes, evidence).findings());
		TopicCase topics = new TopicCase(evidence.events(), evidence.since());
		findings.addAll(topics.findings());
		return new Verdict(findings, topics.records(), topics.repeats());
	}

	private static boolean isVote(Act act) {
		return act == Act.VOTE || act == Act.WITHDRAW;
	}

	private static Map<String, List<Entry>> bySubject(List<Entry> entries) {
		return entries.stream()
			.collect(Collectors.groupingBy(Entry::subject, TreeMap::new,
					Collectors.mapping(Function.identity(), Collectors.toList())));
	}

}
