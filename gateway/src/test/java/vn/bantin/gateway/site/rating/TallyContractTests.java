package vn.bantin.gateway.site.rating;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.bantin.gateway.site.answer.ContractExamples;
import vn.bantin.gateway.site.answer.Fields;

import static org.assertj.core.api.Assertions.assertThat;

class TallyContractTests {

	@ParameterizedTest
	@MethodSource
	void readsEveryTally(JsonNode example) {
		JsonNode tally = example.path("tally");
		assertThat(Tally.read(new Fields(tally)).orElseThrow().sum()).isEqualTo(tally.path("sum").longValue());
	}

	static List<JsonNode> readsEveryTally() {
		return ContractExamples.of("rating-service", "tally.changed");
	}

}
