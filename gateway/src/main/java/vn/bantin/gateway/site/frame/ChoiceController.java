package vn.bantin.gateway.site.frame;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import vn.bantin.gateway.site.answer.SafeLink;

/** Keeps what a reader chose, for browsers that run no scripts. */
@Controller
class ChoiceController {

	private static final Duration KEPT = Duration.ofDays(365);

	private static final List<String> CHOICES = List.of(Choices.TEXT_SIZE, Choices.CONTRAST, Choices.PLACE,
			Choices.LANGUAGE);

	/** Leads back to the page; an invalid choice is removed. */
	@GetMapping("/tuy-chon")
	ResponseEntity<Void> choose(ServerWebExchange exchange) {
		MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
		Choices choices = Choices.read(query.toSingleValueMap());
		for (String name : CHOICES) {
			if (query.containsKey(name)) {
				exchange.getResponse().addCookie(cookie(exchange, name, choices.value(name)));
			}
		}
		String back = query.getFirst("back");
		URI page = URI.create((back == null) ? "/" : SafeLink.checkLocal(back).orElse("/"));
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(page).cacheControl(CacheControl.noStore()).build();
	}

	/** Scripts read and write these cookies too, and they identify nobody. */
	private static ResponseCookie cookie(ServerWebExchange exchange, String name, @Nullable String value) {
		return ResponseCookie.from(name, (value != null) ? value : "")
			.path("/")
			.maxAge((value != null) ? KEPT : Duration.ZERO)
			.sameSite("Lax")
			.secure("https".equals(exchange.getRequest().getURI().getScheme()))
			.build();
	}

}
