package vn.bantin.drills.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import vn.bantin.drills.fault.HostileAnswer.End;

/** What a broken or malicious provider may answer. */
final class HostileAnswers {

	private static final String JSON = "application/json";

	private static final String XML = "text/xml; charset=utf-8";

	private static final int BOMB = 64 * 1024 * 1024;

	private HostileAnswers() {
	}

	/**
	 * Answers instead of a board of rates.
	 * @param trap address of a server that nobody must ask
	 */
	static List<HostileAnswer> boards(String trap) {
		return List.of(new HostileAnswer("page of HTML", 200, "text/html", "<html><body>Bảo trì</body></html>"),
				new HostileAnswer("page of HTML called XML", 200, XML, "<html><body>Bảo trì</body></html>"),
				new HostileAnswer("empty", 200, XML, ""),
				new HostileAnswer("cut off", 200, XML, End.CUT, board("26000", "26020", "26400")),
				new HostileAnswer("stops in the middle", 200, XML, End.STALL, board("26000", "26020", "26400")),
				new HostileAnswer("half a document", 200, XML, board("26000", "26020", "26400").substring(0, 120)),
				new HostileAnswer("error with status 200", 200, XML, "<Error>Service unavailable</Error>"),
				new HostileAnswer("status 500", 500, XML, board("26000", "26020", "26400")),
				new HostileAnswer("redirect inside", 302, XML, ""),
				new HostileAnswer("negative", 200, XML, board("-1", "-1", "-1")),
				new HostileAnswer("zero", 200, XML, board("0", "0", "0")),
				new HostileAnswer("a thousand million", 200, XML, board("999999999", "1000000000", "1000000001")),
				new HostileAnswer("NaN", 200, XML, board("NaN", "NaN", "NaN")),
				new HostileAnswer("bought dearer than sold", 200, XML, board("26500", "26500", "26400")),
				new HostileAnswer("not one currency", 200, XML,
						board("26000", "26020", "26400").replaceAll("<Exrate .*/>", "")),
				new HostileAnswer("from the future", 200, XML,
						board("26000", "26020", "26400").replace("2026", "2096")),
				new HostileAnswer("entity from elsewhere", 200, XML,
						"<!DOCTYPE x [<!ENTITY e SYSTEM \"" + trap + "/entity\">]><ExrateList>&e;</ExrateList>"),
				new HostileAnswer("bomb", 200, XML, ""),
				new HostileAnswer("bad letters", 200, "text/xml; charset=x-nowhere",
						board("26000", "26020", "26400").replace("US DOLLAR", "\u0000\uFFFE")));
	}

	private static String board(String buy, String transfer, String sell) {
		return """
				<ExrateList><DateTime>11/24/2026 8:00:00 AM</DateTime>
				<Exrate CurrencyCode="USD" CurrencyName="US DOLLAR" Buy="%s" Transfer="%s" Sell="%s" />
				<Source>Vietcombank</Source></ExrateList>""".formatted(buy, transfer, sell);
	}

	/** Answers instead of a forecast. */
	static List<HostileAnswer> forecasts() {
		return List.of(new HostileAnswer("page of HTML", 200, "text/html", "<html><body>Sorry</body></html>"),
				new HostileAnswer("page of HTML called JSON", 200, JSON, "<html><body>Sorry</body></html>"),
				new HostileAnswer("empty", 200, JSON, ""),
				new HostileAnswer("cut off", 200, JSON, End.CUT, forecast("24.5")),
				new HostileAnswer("stops in the middle", 200, JSON, End.STALL, forecast("24.5")),
				new HostileAnswer("half a document", 200, JSON, forecast("24.5").substring(0, 60)),
				new HostileAnswer("error with status 200", 200, JSON, "{\"error\": true, \"reason\": \"limit\"}"),
				new HostileAnswer("status 429", 429, JSON, forecast("24.5")),
				new HostileAnswer("redirect inside", 301, JSON, ""),
				new HostileAnswer("a word for a number", 200, JSON, forecast("\"warm\"")),
				new HostileAnswer("NaN", 200, JSON, forecast("NaN")),
				new HostileAnswer("null", 200, JSON, forecast("null")),
				new HostileAnswer("a thousand million", 200, JSON, forecast("1e9")),
				new HostileAnswer("colder than possible", 200, JSON, forecast("-274")),
				new HostileAnswer("no steps", 200, JSON,
						"{\"properties\": {\"meta\": {\"updated_at\": \"2026-11-24T00:00:00Z\"}, \"timeseries\": []}}"),
				new HostileAnswer("from the future", 200, JSON, forecast("24.5").replace("2026", "2096")),
				new HostileAnswer("deep", 200, JSON, "[".repeat(100_000)), new HostileAnswer("bomb", 200, JSON, ""),
				new HostileAnswer("a list", 200, JSON, "[1, 2, 3]"));
	}

	private static String forecast(String temperature) {
		return """
				{"type": "Feature", "properties": {"meta": {"updated_at": "2026-11-24T00:00:00Z"}, "timeseries": [
				  {"time": "2026-11-24T01:00:00Z", "data": {"instant": {"details": {"air_temperature": %1$s}}}},
				  {"time": "2096-11-24T01:00:00Z", "data": {"instant": {"details": {"air_temperature": %1$s}}}}]}}"""
			.formatted(temperature);
	}

	/** A few kilobytes that decompress to 64 MiB. */
	static byte[] bomb() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			byte[] blank = new byte[64 * 1024];
			for (int i = 0; i < BOMB / blank.length; i++) {
				out.write(blank);
			}
		}
		return bytes.toByteArray();
	}

}
