package vn.bantin.article.publishing;

import vn.bantin.service.problem.Violation;
import java.util.List;

/** Why the newsroom's request was refused; nothing was changed. */
public abstract sealed class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private Refusal(String message) {
		super(message);
	}

	/**
	 * What happened, in a sentence for the caller.
	 * @return with the actual values
	 */
	public String reason() {
		return String.valueOf(getMessage());
	}

	/** There is no article with this id. */
	public static final class ArticleNotFound extends Refusal {

		private static final long serialVersionUID = 1L;

		ArticleNotFound(String id) {
			super("There is no article '" + id + "'.");
		}

	}

	/** The article's state does not allow the change. */
	public static final class WrongState extends Refusal {

		private static final long serialVersionUID = 1L;

		WrongState(Article article, String message) {
			super(message + " Its revision is " + article.revision() + ".");
		}

	}

	/**
	 * Somebody else has changed the article since the revision this change is based on.
	 */
	public static final class StaleRevision extends Refusal {

		private static final long serialVersionUID = 1L;

		private final transient Article current;

		private final long expected;

		StaleRevision(Article current, long expected) {
			super("The article %s is at revision %d by %s; your change starts from revision %d.".formatted(current.id(),
					current.revision(), current.savedBy(), expected));
			this.current = current;
			this.expected = expected;
		}

		/**
		 * What is stored now.
		 * @return the article with the newer revision
		 */
		public Article current() {
			return this.current;
		}

		/**
		 * What the change is based on.
		 * @return the revision that the caller saw
		 */
		public long expected() {
			return this.expected;
		}

	}

	/** The input breaks rules. */
	public static final class InvalidInput extends Refusal {

		private static final long serialVersionUID = 1L;

		private final transient List<Violation> violations;

		InvalidInput(String what, List<Violation> violations) {
			super("The " + what + " breaks rules; nothing was changed.");
			this.violations = List.copyOf(violations);
		}

		/**
		 * Everything that is wrong, in the order of the fields.
		 * @return at least one
		 */
		public List<Violation> violations() {
			return this.violations;
		}

	}

}
