package vn.bantin.rating.web;

import java.beans.PropertyEditorSupport;
import java.util.stream.Collectors;

import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses what Spring and Jackson would read leniently: unknown fields, and anything but
 * digits where a whole number belongs. Unlike Jackson's own refusals these know the value
 * that they refuse. Events are read by another mapper.
 */
@ControllerAdvice
class StrictRequests implements WebMvcConfigurer {

	private final JsonMapper json;

	StrictRequests(JsonMapper json) {
		this.json = json;
	}

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
		JsonMapper strict = this.json.rebuild()
			.addModule(new SimpleModule().addDeserializer(Integer.class, new WholeNumber()))
			.addHandler(new NoUnknownFields())
			.build();
		converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
	}

	/** Spring's editor accepts signs, spaces, hexadecimal digits and nothing at all. */
	@InitBinder
	void readWholeNumbers(WebDataBinder binder) {
		binder.registerCustomEditor(Integer.class, new PropertyEditorSupport() {
			@Override
			public void setAsText(String text) {
				if (!text.matches("\\d{1,9}")) {
					throw new IllegalArgumentException("Not a whole number: " + text);
				}
				setValue(Integer.valueOf(text));
			}
		});
	}

	private static final class WholeNumber extends StdDeserializer<Integer> {

		private WholeNumber() {
			super(Integer.class);
		}

		@Override
		public Integer deserialize(JsonParser parser, DeserializationContext context) {
			JsonNode value = context.readTree(parser);
			if (!value.isInt()) {
				throw InvalidFormatException.from(parser, "Not a whole number", value, Integer.class);
			}
			return value.intValue();
		}

	}

	private static final class NoUnknownFields extends DeserializationProblemHandler {

		@Override
		public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
				ValueDeserializer<?> deserializer, Object owner, String name) {
			String known = deserializer.getKnownPropertyNames()
				.stream()
				.map(String::valueOf)
				.sorted()
				.collect(Collectors.joining(", "));
			throw new UnknownField(parser, owner, name, context.readTree(parser), known);
		}

	}

	/** Its message says which fields are known. */
	static final class UnknownField extends InvalidFormatException {

		private static final long serialVersionUID = 1L;

		private UnknownField(JsonParser parser, Object owner, String name, JsonNode value, String known) {
			super(parser, "no such field; known " + (known.contains(",") ? "are " : "is ") + known, value,
					Object.class);
			prependPath(owner, name);
		}

	}

}
