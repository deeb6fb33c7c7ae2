package vn.bantin.gateway.site.answer;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
	 * A text that is not blank, in Unicode's composed form, so that each Vietnamese
	 * letter is one character.
	 * @param name the field's name
	 * @return the text without blanks at its ends
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
	 * An address that may be linked to.
	 * @param name the field's name
	 * @return the address, checked by {@link SafeLink}
	 */
	public Optional<String> link(String name) {
		return text(name).flatMap(SafeLink::check);
	}

	/**
	 * A number, written as a JSON number or, as money is, as a JSON string.
	 * @param name the field's name
	 * @return the number
	 */
	public Optional<BigDecimal> number(String name) {
		JsonNode value = this.node.path(name);
		return value.isNumber() ? Optional.of(value.decimalValue()) : parsed(name, BigDecimal::new);
	}

	/**
	 * A whole number.
	 * @param name the field's name
	 * @param otherwise what to answer when there is none
	 * @return the number
	 */
	public int whole(String name, int otherwise) {
		return this.node.path(name).intValue(otherwise);
	}

	/**
	 * A long whole number.
	 * @param name the field's name
	 * @return the number, 0 when there is none
	 */
	public long count(String name) {
		return this.node.path(name).longValue(0);
	}

	/**
	 * Yes or no.
	 * @param name the field's name
	 * @param otherwise what to answer when there is neither
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
		return parsed(name, Instant::parse);
	}

	/**
	 * A day in ISO 8601.
	 * @param name the field's name
	 * @return the day
	 */
	public Optional<LocalDate> date(String name) {
		return parsed(name, LocalDate::parse);
	}

	/**
	 * An object inside this one.
	 * @param name the field's name
	 * @return its fields, none when there is no such object
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
		return list.isArray() ? StreamSupport.stream(list.spliterator(), false).map(Fields::new).toList() : List.of();
	}

	private <T> Optional<T> parsed(String name, Function<String, T> parser) {
		try {
			return text(name).map(parser);
		}
		catch (DateTimeException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

}
