package vn.bantin.gateway.site.content;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, read tolerantly: what is missing or of another kind is
 * absent.
 *
 * @param node the object; anything else has no fields
 */
public record Fields(JsonNode node) {

	/**
	 * A text that says something, in Unicode's composed form, so that Vietnamese letters
	 * are one character each.
	 * @param name the field's name
	 * @return the text, absent when blank
	 */
	public Optional<String> text(String name) {
		return Optional.of(unstripped(name).strip()).filter((text) -> !text.isEmpty());
	}

	/**
	 * A text with the blanks at its ends, in Unicode's composed form.
	 * @param name the field's name
	 * @return the text, empty when there is none
	 */
	public String unstripped(String name) {
		return Normalizer.normalize(this.node.path(name).stringValue(""), Normalizer.Form.NFC);
	}

	/**
	 * A number, written as a JSON number or, as money is, as a JSON string.
	 * @param name the field's name
	 * @return the number
	 */
	public Optional<BigDecimal> number(String name) {
		JsonNode value = this.node.path(name);
		if (value.isNumber()) {
			return Optional.of(value.decimalValue());
		}
		return text(name).flatMap(Fields::decimal);
	}

	/**
	 * A whole number.
	 * @param name the field's name
	 * @param otherwise what to answer when there is none
	 * @return the number
	 */
	public int whole(String name, int otherwise) {
		JsonNode value = this.node.path(name);
		return (value.isIntegralNumber() && value.canConvertToInt()) ? value.intValue() : otherwise;
	}

	/**
	 * A long whole number.
	 * @param name the field's name
	 * @return the number, 0 when there is none
	 */
	public long count(String name) {
		JsonNode value = this.node.path(name);
		return (value.isIntegralNumber() && value.canConvertToLong()) ? value.longValue() : 0;
	}

	/**
	 * Yes or no.
	 * @param name the field's name
	 * @param otherwise what to answer when neither is said
	 * @return the answer
	 */
	public boolean flag(String name, boolean otherwise) {
		return this.node.path(name).booleanValue(otherwise);
	}

	/**
	 * A point in time in ISO 8601.
	 * @param name the field's name
	 * @return the time
	 */
	public Optional<Instant> instant(String name) {
		return text(name).flatMap((text) -> {
			try {
				return Optional.of(Instant.parse(text));
			}
			catch (DateTimeParseException ex) {
				return Optional.empty();
			}
		});
	}

	/**
	 * A day in ISO 8601.
	 * @param name the field's name
	 * @return the day
	 */
	public Optional<LocalDate> date(String name) {
		return text(name).flatMap((text) -> {
			try {
				return Optional.of(LocalDate.parse(text));
			}
			catch (DateTimeParseException ex) {
				return Optional.empty();
			}
		});
	}

	/**
	 * An object inside this one.
	 * @param name the field's name
	 * @return its fields, none when it is not there
	 */
	public Fields object(String name) {
		return new Fields(this.node.path(name));
	}

	/**
	 * The objects of a list.
	 * @param name the field's name
	 * @return the objects in order, empty when there is no such list
	 */
	public List<Fields> list(String name) {
		JsonNode list = this.node.path(name);
		if (!list.isArray()) {
			return List.of();
		}
		return StreamSupport.stream(list.spliterator(), false).map(Fields::new).toList();
	}

	private static Optional<BigDecimal> decimal(String text) {
		try {
			return Optional.of(new BigDecimal(text));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

}
