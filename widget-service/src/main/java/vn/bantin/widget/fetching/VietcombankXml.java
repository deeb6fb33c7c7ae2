package vn.bantin.widget.fetching;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.exchangerates.Board.Rate;
import vn.bantin.widget.provenance.Source;
import vn.bantin.widget.provenance.Times;

/**
 * Reads Vietcombank's XML board. Its time is that of the page, in Vietnam's time and
 * American notation. The bank asks for at most one request in five minutes.
 */
final class VietcombankXml {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US);

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final Duration VALID = Duration.ofMinutes(15);

	private final boolean sample;

	VietcombankXml(boolean sample) {
		this.sample = sample;
	}

	/**
	 * Reads an answer.
	 * @param body the XML
	 * @param fetched when it was received
	 * @return the board
	 * @throws Rejected if it cannot be read
	 */
	Board read(byte[] body, Instant fetched) throws Rejected {
		Document document = parse(body);
		Element root = document.getDocumentElement();
		if (!root.getTagName().equals("ExrateList")) {
			throw new Rejected("the root element " + root.getTagName() + " instead of ExrateList");
		}
		Instant stamp = stamp(root.getElementsByTagName("DateTime"), fetched);
		List<Rate> rates = new ArrayList<>();
		NodeList rows = root.getElementsByTagName("Exrate");
		for (int i = 0; i < rows.getLength(); i++) {
			rates.add(rate((Element) rows.item(i)));
		}
		rates.sort(Comparator.comparing(Rate::currency));
		return new Board("Vietcombank", rates,
				new Source("Vietcombank", "https://www.vietcombank.com.vn/", this.sample),
				new Times(stamp, fetched, fetched.plus(VALID)));
	}

	private static Document parse(byte[] body) throws Rejected {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			// Without document types there are no entities, so neither bombs nor local
			// files.
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(null);
			return builder.parse(new ByteArrayInputStream(body));
		}
		catch (SAXException | IOException ex) {
			throw new Rejected("not XML: " + ex.getMessage());
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException("The XML parser cannot forbid document types", ex);
		}
	}

	private static Instant stamp(NodeList stamps, Instant fetched) throws Rejected {
		String text = (stamps.getLength() == 1) ? stamps.item(0).getTextContent().strip() : "";
		try {
			Instant stamp = LocalDateTime.parse(text, STAMP).atZone(VIETNAM).toInstant();
			if (stamp.isAfter(fetched.plus(Duration.ofMinutes(10)))) {
				throw new Rejected("its time is " + stamp + ", which is in the future");
			}
			return stamp;
		}
		catch (DateTimeParseException ex) {
			throw new Rejected("the time '" + text + "' cannot be read");
		}
	}

	private static Rate rate(Element row) throws Rejected {
		String currency = row.getAttribute("CurrencyCode").strip();
		if (!currency.matches("[A-Z]{3}")) {
			throw new Rejected("'" + currency + "' is not a currency code");
		}
		try {
			return new Rate(currency, CurrencyNames.of(currency), Quotes.read(row.getAttribute("Buy")),
					Quotes.read(row.getAttribute("Transfer")), Quotes.read(row.getAttribute("Sell")));
		}
		catch (IllegalArgumentException ex) {
			throw new Rejected("the currency '" + currency + "' is unknown");
		}
	}

}
