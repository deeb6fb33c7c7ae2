package vn.bantin.gateway.identity;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jwt.JWTClaimsSet;

/** A login as its cookie holds it. Times are kept in seconds. */
final class SessionSeal {

	private static final String BEGUN = "auth_time";

	private final Seal seal;

	SessionSeal(List<byte[]> secrets) {
		this.seal = new Seal(secrets, "newsroom session");
	}

	String seal(Session session) {
		return this.seal.seal(new JWTClaimsSet.Builder().jwtID(session.id())
			.subject(session.user().id())
			.claim("name", session.user().name())
			.claim("roles", List.copyOf(session.user().roles()))
			.claim(BEGUN, session.begun().getEpochSecond())
			.issueTime(Date.from(session.used()))
			.build());
	}

	/** The login, which may be over; empty when the value is none of ours. */
	Optional<Session> open(String value) {
		return this.seal.open(value).map(SessionSeal::session);
	}

	private static Session session(JWTClaimsSet claims) {
		try {
			Set<String> roles = Set.copyOf(claims.getStringListClaim("roles"));
			NewsroomUser user = new NewsroomUser(claims.getSubject(), claims.getStringClaim("name"), roles);
			Instant begun = Instant.ofEpochSecond(Objects.requireNonNull(claims.getLongClaim(BEGUN)));
			return new Session(claims.getJWTID(), user, begun, claims.getIssueTime().toInstant());
		}
		catch (ParseException ex) {
			throw new IllegalStateException("A session that this gateway sealed cannot be read", ex);
		}
	}

}
