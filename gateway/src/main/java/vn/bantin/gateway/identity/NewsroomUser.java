package vn.bantin.gateway.identity;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A writer or editor.
 *
 * @param id the identity provider's name for this person
 * @param name for people
 * @param roles out of {@code writer} and {@code editor}
 */
public record NewsroomUser(String id, String name, Set<String> roles) {

	private static final Set<String> ROLES = Set.of("writer", "editor");

	/**
	 * The person behind a request.
	 * @param exchange the request
	 * @return empty without a login or a bearer token
	 */
	public static Mono<Optional<NewsroomUser>> of(ServerWebExchange exchange) {
		return exchange.getPrincipal().map(NewsroomUser::of).defaultIfEmpty(Optional.empty());
	}

	/**
	 * The person of a session, of a bearer token or of a login that has just come about.
	 */
	static Optional<NewsroomUser> of(Principal principal) {
		if (!(principal instanceof Authentication authentication)) {
			return Optional.empty();
		}
		return switch (authentication.getPrincipal()) {
			case NewsroomUser user -> Optional.of(user);
			case ClaimAccessor claims -> Optional.of(of(claims));
			case null, default -> Optional.empty();
		};
	}

	private static NewsroomUser of(ClaimAccessor claims) {
		String id = String.valueOf(claims.getClaimAsString("sub"));
		String name = claims.getClaimAsString("name");
		Collection<String> claimed = claims.getClaimAsStringList("roles");
		Set<String> roles = new TreeSet<>((claimed != null) ? claimed : List.of());
		roles.retainAll(ROLES);
		return new NewsroomUser(id, (name != null) ? name : id, roles);
	}

}
