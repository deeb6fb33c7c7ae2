package vn.bantin.gateway.site;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The three services behind the gateway, played by one small server. It answers as on a
 * good day until a test says otherwise, and remembers what it was asked.
 */
final class StubServices implements AutoCloseable {

	static final String ARTICLE = "/xay-dung-dang/xay-dung-dang-bo-a1b2c3d4e5";

	static final String PHOTO_STORY = "/van-hoa/mot-ngay-o-ben-song-c1b2c3d4e5";

	private final HttpServer server;

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final List<Asked> asked = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	StubServices() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
		goodDay();
	}

	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Everything is there again, and nothing was asked. */
	void goodDay() {
		this.answers.clear();
		this.asked.clear();
		answer("GET /api/sections", 200, file("sections.json"));
		answer("GET /api/articles", 200, file("list.json"));
		answer("GET /api/articles?kind=photo-story", 200, file("photo-stories.json"));
		answer("GET /api/articles/a1b2c3d4e5", 200, file("article.json"));
		answer("GET /api/articles/c1b2c3d4e5", 200, file("photo-story.json"));
		answer("GET /api/articles/a1b2c3d4e5/rating", 200, file("rating.json"));
		answer("GET /api/articles/c1b2c3d4e5/rating", 200, """
				{"sum":0,"count":0,"mean":null,"stars":{"1":0,"2":0,"3":0,"4":0,"5":0},"version":0,"mine":null}""");
		answer("PUT /api/articles/a1b2c3d4e5/rating/mine", 200,
				"""
						{"sum":8,"count":2,"mean":4.00,"stars":{"1":0,"2":0,"3":1,"4":0,"5":1},"version":3,"mine":3,"counted":true}""");
		answer("DELETE /api/articles/a1b2c3d4e5/rating/mine", 200,
				"""
						{"sum":5,"count":1,"mean":5.00,"stars":{"1":0,"2":0,"3":0,"4":0,"5":1},"version":4,"mine":null,"counted":true}""");
		answer("GET /api/articles/top-rated", 200, file("top-rated.json"));
		answer("GET /api/widgets/weather", 200, file("weather.json"));
		answer("GET /api/widgets/weather/places", 200, file("places.json"));
		answer("GET /api/widgets/exchange-rates", 200, file("rates.json"));
		answer("GET /api/widgets/exchange-rates/USD/history", 200, file("history.json"));
	}

	/**
	 * Sets an answer.
	 * @param request method and path, and the beginning of the query where it matters
	 * @param status the status
	 * @param body the JSON
	 */
	void answer(String request, int status, String body) {
		this.answers.put(request, new Answer(status, body, false));
	}

	/** Lets every request whose path begins so wait until the test is over. */
	void hang(String path) {
		this.answers.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith("GET " + path))
			.toList()
			.forEach((entry) -> entry.setValue(new Answer(200, "{}", true)));
	}

	List<Asked> asked() {
		return this.asked;
	}

	static String file(String name) {
		try (InputStream file = StubServices.class.getResourceAsStream("/site/" + name)) {
			return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), body,
					Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""),
					Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("X-Seen"), "")));
			String path = exchange.getRequestURI().getPath();
			if (path.startsWith("/api/media/")) {
				send(exchange, 200, "image/jpeg", picture(path));
				return;
			}
			Answer answer = find(exchange.getRequestMethod() + " " + path, exchange.getRequestURI().getQuery());
			if (answer.hangs()) {
				this.closed.await();
				return;
			}
			send(exchange, answer.status(), (answer.status() < 400) ? "application/json" : "application/problem+json",
					answer.body().getBytes(StandardCharsets.UTF_8));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Answer find(String request, String query) {
		return this.answers.entrySet()
			.stream()
			.filter((entry) -> query != null && entry.getKey().contains("?")
					&& (request + "?" + query).startsWith(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseGet(() -> this.answers.getOrDefault(request,
					new Answer(404, "{\"type\":\"/problems/not-found\",\"status\":404}", false)));
	}

	private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, (body.length == 0) ? -1 : body.length);
		exchange.getResponseBody().write(body);
	}

	/** A landscape of our own, in colours that depend on the picture's id. */
	private static byte[] picture(String path) throws IOException {
		String[] parts = path.split("/");
		int width = Integer.parseInt(parts[4]);
		int height = width * 2 / 3;
		float hue = (parts[3].hashCode() & 0xff) / 255f;
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setPaint(new GradientPaint(0, 0, Color.getHSBColor(hue, 0.25f, 0.95f), 0, height,
				Color.getHSBColor(hue + 0.08f, 0.45f, 0.8f)));
		graphics.fillRect(0, 0, width, height);
		graphics.setColor(Color.getHSBColor(hue + 0.1f, 0.5f, 0.45f));
		graphics.fillOval(-width / 4, height / 2, width, height);
		graphics.setColor(Color.getHSBColor(hue + 0.15f, 0.6f, 0.3f));
		graphics.fillOval(width / 3, height * 2 / 3, width, height);
		graphics.dispose();
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(image, "jpeg", jpeg);
		return jpeg.toByteArray();
	}

	/**
	 * One request that came.
	 *
	 * @param method its method
	 * @param address path and query
	 * @param body its body
	 * @param authorization the {@code Authorization} header
	 * @param seen the {@code X-Seen} header
	 */
	record Asked(String method, String address, String body, String authorization, String seen) {
	}

	private record Answer(int status, String body, boolean hangs) {
	}

}
