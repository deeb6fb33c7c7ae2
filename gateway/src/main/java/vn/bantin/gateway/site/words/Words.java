package vn.bantin.gateway.site.words;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;

/**
 * The interface in one language: its texts out of {@code messages.properties}
 * (Vietnamese) or {@code messages_en.properties}, and its numbers and times. All times
 * are those of Hà Nội.
 */
public final class Words {

	/** The language of the paper. */
	public static final Locale VIETNAMESE = Locale.of("vi", "VN");

	private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("dd/MM");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private static final Duration STILL_TOLD_AS_AGE = Duration.ofDays(7);

	private final Locale locale;

	private final ResourceBundle texts;

	private final Figures figures;

	private final Clock clock;

	private Words(Locale locale, ResourceBundle texts, Clock clock) {
		this.locale = locale;
		this.texts = texts;
		this.figures = new Figures(locale);
		this.clock = clock;
	}

	/**
	 * The words of one language.
	 * @param language its code; what is not known is answered in Vietnamese
	 * @param clock tells what ages are counted from
	 * @return the words
	 */
	public static Words in(String language, Clock clock) {
		Locale locale = language.equals("en") ? Locale.UK : VIETNAMESE;
		ResourceBundle texts = ResourceBundle.getBundle("messages", locale, Words.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return new Words(locale, texts, clock);
	}

	/**
	 * The language's code for {@code lang} attributes.
	 * @return the code
	 */
	public String language() {
		return this.locale.getLanguage();
	}

	/**
	 * A text of the interface.
	 * @param key its name in the message files
	 * @param arguments what to put in the places of {@code {0}}, {@code {1}} …; numbers
	 * are written as plain digits
	 * @return the text
	 */
	public String text(String key, Object... arguments) {
		String pattern = this.texts.getString(key);
		Object[] plain = new Object[arguments.length];
		for (int i = 0; i < arguments.length; i++) {
			plain[i] = String.valueOf(arguments[i]);
		}
		return new MessageFormat(pattern, this.locale).format(plain);
	}

	/**
	 * A text with its places left open, for scripts to fill in.
	 * @param key its name in the message files
	 * @return the text as it stands in the file
	 */
	public String pattern(String key) {
		return this.texts.getString(key).replace("''", "'");
	}

	/**
	 * A text that is there only for some values, such as the names of currencies.
	 * @param key its name in the message files
	 * @param otherwise what to answer when there is none
	 * @return the text
	 */
	public String textOr(String key, String otherwise) {
		try {
			return this.texts.getString(key);
		}
		catch (MissingResourceException ex) {
			return otherwise;
		}
	}

	/**
	 * An amount of money.
	 * @param amount the amount, or nothing when not quoted
	 * @return {@code 26.345,00} or a dash
	 */
	public String money(@Nullable BigDecimal amount) {
		return this.figures.money(amount);
	}

	/**
	 * A difference.
	 * @param difference the difference, or nothing when not known
	 * @return {@code +15,00} or a dash
	 */
	public String change(@Nullable BigDecimal difference) {
		return this.figures.change(difference);
	}

	/**
	 * A mean of stars.
	 * @param mean the mean
	 * @return {@code 4,5}
	 */
	public String mean(BigDecimal mean) {
		return this.figures.mean(mean);
	}

	/**
	 * A whole number.
	 * @param number the number
	 * @return {@code 27}
	 */
	public String whole(BigDecimal number) {
		return this.figures.whole(number);
	}

	/**
	 * A point in time in full.
	 * @param at the time
	 * @return {@code Thứ Hai, 23/11/2026, 21:43}
	 */
	public String moment(Instant at) {
		var local = at.atZone(HANOI);
		return weekday(local.toLocalDate()) + ", " + local.format(DATE) + ", " + local.format(TIME);
	}

	/**
	 * The day it is.
	 * @return the day
	 */
	public LocalDate date() {
		return LocalDate.ofInstant(this.clock.instant(), HANOI);
	}

	/**
	 * The time it is, in full.
	 * @return as {@link #moment}
	 */
	public String now() {
		return moment(this.clock.instant());
	}

	/**
	 * The day it is, in words.
	 * @return {@code Thứ Hai, 23/11/2026}
	 */
	public String today() {
		return weekday(date()) + ", " + date().format(DATE);
	}

	/**
	 * A day of the next days.
	 * @param date the day
	 * @return {@code Hôm nay} or {@code Thứ Ba 24/11}
	 */
	public String day(LocalDate date) {
		if (date.equals(date())) {
			return text("day.today");
		}
		return weekday(date) + " " + date.format(SHORT_DATE);
	}

	/**
	 * The hour of the clock.
	 * @param at the time
	 * @return {@code 21:43}
	 */
	public String hour(Instant at) {
		return at.atZone(HANOI).format(TIME);
	}

	/**
	 * How long ago something was.
	 * @param at when it was
	 * @return {@code 5 phút trước}; after a week the date
	 */
	public String age(Instant at) {
		Duration age = Duration.between(at, this.clock.instant());
		if (age.compareTo(STILL_TOLD_AS_AGE) >= 0) {
			return at.atZone(HANOI).format(DATE);
		}
		if (age.toMinutes() < 1) {
			return text("age.now");
		}
		if (age.toHours() < 1) {
			return counted("age.minutes", age.toMinutes());
		}
		if (age.toDays() < 1) {
			return counted("age.hours", age.toHours());
		}
		return counted("age.days", age.toDays());
	}

	private String counted(String key, long number) {
		return text((number == 1) ? key + ".one" : key, number);
	}

	private String weekday(LocalDate date) {
		return this.texts.getString("weekday." + date.getDayOfWeek().getValue());
	}

}
