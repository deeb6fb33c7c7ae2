package vn.bantin.article.reading;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import vn.bantin.article.reading.ArticleSearch.BadCursor;

/** The sort values of a page's last article, as an opaque text. */
final class Cursor {

	private Cursor() {
	}

	static String of(FieldDoc last) {
		String plain = last.fields[0] + " " + ((BytesRef) last.fields[1]).utf8ToString();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

	static FieldDoc read(String cursor, boolean byScore) {
		try {
			String[] plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
			Object first = byScore ? (Object) Float.valueOf(plain[0]) : Long.valueOf(plain[0]);
			return new FieldDoc(0, Float.NaN, new Object[] { first, new BytesRef(plain[1]) });
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			throw new BadCursor(cursor);
		}
	}

}
