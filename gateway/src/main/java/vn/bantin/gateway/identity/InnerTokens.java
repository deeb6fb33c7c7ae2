package vn.bantin.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * Tokens that the gateway makes for one service each: 60 seconds, ES256. The services
 * trust nothing else. A token is used again for half its life.
 */
public class InnerTokens {

	private static final String ISSUER = "urn:bantin:gateway";

	private static final Duration LIFE = Duration.ofSeconds(60);

	private final ECKey key;

	private final JWSSigner signer;

	private final Clock clock;

	private final Cache<Claims, String> made = Caffeine.newBuilder()
		.maximumSize(20_000)
		.expireAfterWrite(LIFE.dividedBy(2))
		.build();

	InnerTokens(ECKey key, Clock clock) throws JOSEException {
		this.key = key;
		this.signer = new ECDSASigner(key);
		this.clock = clock;
	}

	/**
	 * A token for a reader.
	 * @param reader the reader
	 * @param audience the service it is for
	 * @return the token in its compact form
	 */
	public String reader(Reader reader, Audience audience) {
		return token(new Claims(reader.pseudonym(), "", List.of("reader"), audience));
	}

	/**
	 * A token for somebody of the newsroom.
	 * @param user the person
	 * @param audience the service it is for
	 * @return the token in its compact form
	 */
	public String newsroom(NewsroomUser user, Audience audience) {
		return token(new Claims(user.id(), user.name(), List.copyOf(user.roles()), audience));
	}

	private String token(Claims claims) {
		return this.made.get(claims, this::make);
	}

	private String make(Claims claims) {
		Instant now = this.clock.instant();
		JWTClaimsSet set = new JWTClaimsSet.Builder().issuer(ISSUER)
			.audience(claims.audience().code())
			.subject(claims.subject())
			.claim("name", claims.name().isEmpty() ? null : claims.name())
			.claim("roles", claims.roles())
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plus(LIFE)))
			.jwtID(UUID.randomUUID().toString())
			.build();
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt"))
			.keyID(this.key.getKeyID())
			.build();
		SignedJWT token = new SignedJWT(header, set);
		try {
			token.sign(this.signer);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The gateway's key cannot sign", ex);
		}
		return token.serialize();
	}

	private record Claims(String subject, String name, List<String> roles, Audience audience) {
	}

}
