package vn.bantin.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/** A content coding, best first. */
enum Coding {

	/** Brotli (RFC 7932), on the platforms that its library has natives for. */
	BROTLI("br"),
	/** Gzip (RFC 1952). */
	GZIP("gzip"),
	/** As it is. */
	IDENTITY("identity");

	/** As nginx's module: beyond it a page takes much longer and shrinks little. */
	private static final Encoder.Parameters BROTLI_QUALITY = Encoder.Parameters.create(5);

	/** Asking loads the natives, which nothing may be encoded before. */
	private static final boolean BROTLI_AVAILABLE = Brotli4jLoader.isAvailable();

	private static final Pattern NO_WEIGHT = Pattern.compile(";q=0(\\.0{0,3})?");

	private final AsciiString token;

	Coding(String token) {
		this.token = AsciiString.cached(token);
	}

	AsciiString token() {
		return this.token;
	}

	/**
	 * The best coding that a client takes (RFC 9110, section 12.5.3).
	 * @param accepted the {@code Accept-Encoding} header, null for none
	 */
	static Coding best(@Nullable String accepted) {
		if (accepted == null) {
			return IDENTITY;
		}
		if (BROTLI_AVAILABLE && takes(accepted, "br")) {
			return BROTLI;
		}
		return takes(accepted, "gzip") ? GZIP : IDENTITY;
	}

	private static boolean takes(String accepted, String token) {
		int at = accepted.indexOf(token);
		while (at >= 0) {
			int end = at + token.length();
			boolean begins = at == 0 || " ,\t".indexOf(accepted.charAt(at - 1)) >= 0;
			boolean ends = end == accepted.length() || " ,;\t".indexOf(accepted.charAt(end)) >= 0;
			if (begins && ends) {
				return !isRefused(accepted, end);
			}
			at = accepted.indexOf(token, end);
		}
		return false;
	}

	/** Whether a weight of zero follows. */
	private static boolean isRefused(String accepted, int from) {
		int comma = accepted.indexOf(',', from);
		int parameter = accepted.indexOf(';', from);
		if (parameter < 0 || (comma >= 0 && comma < parameter)) {
			return false;
		}
		String weight = accepted.substring(from, (comma < 0) ? accepted.length() : comma).replace(" ", "");
		return NO_WEIGHT.matcher(weight).matches();
	}

	byte[] encode(byte[] content) {
		try {
			return switch (this) {
				case BROTLI -> Encoder.compress(content, BROTLI_QUALITY);
				case GZIP -> gzip(content);
				case IDENTITY -> content;
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3);
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
			{
				this.def.setLevel(Deflater.DEFAULT_COMPRESSION);
			}
		}) {
			gzip.write(content);
		}
		return bytes.toByteArray();
	}

}
