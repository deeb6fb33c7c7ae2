package vn.bantin.gateway.site.frame;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import org.springframework.stereotype.Component;
import vn.bantin.gateway.cache.Variants;

/** Pages look different by what their readers chose, and by nothing else. */
@Component
class ChosenLook implements Variants {

	private static final List<String> CHOICES = List.of(Choices.TEXT_SIZE, Choices.CONTRAST, Choices.PLACE,
			Choices.LANGUAGE);

	private static final Choices USUAL = Choices.read(Map.of());

	@Override
	public String of(String cookies) {
		if (CHOICES.stream().noneMatch(cookies::contains)) {
			return "";
		}
		Choices chosen = Choices.read(ServerCookieDecoder.LAX.decode(cookies)
			.stream()
			.collect(Collectors.toMap(Cookie::name, Cookie::value, (first, second) -> first)));
		return CHOICES.stream()
			.filter((name) -> !Objects.equals(chosen.value(name), USUAL.value(name)))
			.map((name) -> name + "=" + chosen.value(name))
			.collect(Collectors.joining("; "));
	}

}
