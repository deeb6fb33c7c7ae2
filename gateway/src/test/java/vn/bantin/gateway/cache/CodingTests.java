package vn.bantin.gateway.cache;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which coding a client gets. */
class CodingTests {

	private static final byte[] TEXT = "Bản tin ".repeat(1000).getBytes(StandardCharsets.UTF_8);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			gzip, deflate, br | BROTLI
			gzip, deflate, br, zstd | BROTLI
			br;q=1.0, gzip;q=0.5 | BROTLI
			gzip | GZIP
			deflate, gzip;q=0.5 | GZIP
			br;q=0, gzip | GZIP
			br;q=0.000,gzip;q=0 | IDENTITY
			identity | IDENTITY
			brother, xgzip | IDENTITY
			*;q=0 | IDENTITY
			'' | IDENTITY
			""")
	void choosesTheBestThatTheClientTakes(String accepted, Coding expected) {
		assertThat(Coding.best(accepted)).isEqualTo(expected);
	}

	@Test
	void givesTheContentAsItIsWithoutTheHeader() {
		assertThat(Coding.best(null)).isEqualTo(Coding.IDENTITY);
	}

	@Test
	void encodesSoThatClientsGetTheSameContent() throws IOException {
		byte[] brotli = Coding.BROTLI.encode(TEXT);
		byte[] gzip = Coding.GZIP.encode(TEXT);
		assertThat(new BrotliInputStream(new ByteArrayInputStream(brotli)).readAllBytes()).isEqualTo(TEXT);
		assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes()).isEqualTo(TEXT);
		assertThat(brotli).hasSizeLessThan(TEXT.length / 10);
	}

}
