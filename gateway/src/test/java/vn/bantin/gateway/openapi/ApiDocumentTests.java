package vn.bantin.gateway.openapi;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import vn.bantin.service.openapi.ApiDocument;
import vn.bantin.service.openapi.ApiRules;
import vn.bantin.service.openapi.ContractFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The document is made of the services' own. With {@code -Dopenapi.write} it is written.
 */
class ApiDocumentTests {

	@Test
	void isKeptAmongTheContracts() throws IOException {
		ApiDocument whole = WholeDocument.assemble();
		assertThat(ContractFile.of("gateway", "openapi.json").text(whole))
			.as("contracts/openapi.json; write it anew with -Dopenapi.write")
			.isEqualTo(ContractFile.print(whole));
	}

	@Test
	void saysOfEachOperationWhatAFrontEndNeeds() throws IOException {
		assertThat(ApiRules.findings(WholeDocument.assemble())).isEmpty();
	}

}
