package vn.bantin.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Keeps a login in an encrypted cookie, so that it is good at every gateway and after
 * every restart.
 */
final class Sessions implements ServerSecurityContextRepository {

	/** The request attribute with the login that a request came with. */
	private static final String CURRENT = Sessions.class.getName() + ".current";

	/** The request attribute that says that a request has begun or ended a login. */
	private static final String CHANGED = Sessions.class.getName() + ".changed";

	private final SessionSeal seal;

	private final HostCookie cookie;

	private final LoggedOut loggedOut;

	private final Clock clock;

	Sessions(SessionSeal seal, HostCookie cookie, LoggedOut loggedOut, Clock clock) {
		this.seal = seal;
		this.cookie = cookie;
		this.loggedOut = loggedOut;
		this.clock = clock;
	}

	@Override
	public Mono<SecurityContext> load(ServerWebExchange exchange) {
		return Mono.defer(() -> Mono.justOrEmpty(current(exchange))).map((session) -> context(session.user()));
	}

	/** Begins a login, or ends the one that the request came with. */
	@Override
	public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
		return Mono.fromRunnable(() -> {
			Optional<NewsroomUser> user = Optional.ofNullable(context)
				.map(SecurityContext::getAuthentication)
				.flatMap(NewsroomUser::of);
			// A login that another one follows in the same browser is over too.
			current(exchange).ifPresent(this.loggedOut::add);
			exchange.getAttributes().put(CHANGED, true);
			user.ifPresentOrElse((known) -> write(exchange, Session.begin(known, this.clock.instant())),
					() -> this.cookie.remove(exchange));
		});
	}

	private static SecurityContext context(NewsroomUser user) {
		Authentication authentication = new PreAuthenticatedAuthenticationToken(user, "", List.of());
		return new SecurityContextImpl(authentication);
	}

	/** The login that a request came with, if it has not ended. */
	private Optional<Session> current(ServerWebExchange exchange) {
		Optional<Session> known = exchange.getAttribute(CURRENT);
		if (known != null) {
			return known;
		}
		Optional<Session> sent = this.cookie.read(exchange).flatMap(this.seal::open);
		Optional<Session> current = sent.filter((session) -> !isOver(session));
		exchange.getAttributes().put(CURRENT, current);
		sent.ifPresent((session) -> exchange.getResponse()
			.beforeCommit(() -> Mono.fromRunnable(() -> bringUpToDate(exchange, session))));
		return current;
	}

	/**
	 * Notes the use, or removes the cookie of a login that is over. One that cannot be
	 * read is left: it may have been made with a key that only the other gateways know
	 * yet. An answer that a shared cache may keep gets no cookie.
	 */
	private void bringUpToDate(ServerWebExchange exchange, Session session) {
		if (exchange.getAttributes().containsKey(CHANGED) || !isPrivate(exchange)) {
			return;
		}
		Instant now = this.clock.instant();
		if (isOver(session)) {
			this.cookie.remove(exchange);
		}
		else if (session.isUseToBeNoted(now)) {
			write(exchange, session.usedAt(now));
		}
	}

	private static boolean isPrivate(ServerWebExchange exchange) {
		String cacheControl = exchange.getResponse().getHeaders().getCacheControl();
		return cacheControl != null && (cacheControl.contains("private") || cacheControl.contains("no-store"));
	}

	private boolean isOver(Session session) {
		return session.isOver(this.clock.instant()) || this.loggedOut.contains(session);
	}

	private void write(ServerWebExchange exchange, Session session) {
		Duration kept = Duration.between(this.clock.instant(), session.end());
		this.cookie.set(exchange, this.seal.seal(session), kept);
	}

}
