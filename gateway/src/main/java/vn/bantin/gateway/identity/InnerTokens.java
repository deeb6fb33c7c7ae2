package vn.bantin.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.origin.Origin;

/**
 * The gateway's tokens for its callers: each for one service and 60 seconds, ES256. The
 * services trust nothing else. A token is reused for half its life.
 */
public class InnerTokens {

	private static final String ISSUER = "urn:bantin:gateway";

	private static final Duration LIFE = Duration.ofSeconds(60);

	private final ECKey key;

	private final JWSSigner signer;

	private final Clock clock;

	private final Function<ServerHttpRequest, List<String>> networks;

	private final Cache<Claims, String> signed = Caffeine.newBuilder()
		.maximumSize(20_000)
		.expireAfterWrite(LIFE.dividedBy(2))
		.build();

	InnerTokens(ECKey key, Clock clock, Function<ServerHttpRequest, List<String>> networks) throws JOSEException {
		this.key = key;
		this.signer = new ECDSASigner(key);
		this.clock = clock;
		this.networks = networks;
	}

	/**
	 * A token for the reader of a request. With a vote it names the networks that the
	 * vote comes from, by pseudonyms of the day.
	 * @param exchange the request
	 * @param audience the service it is for
	 * @return the token in its compact form, empty when the request brought no valid
	 * cookie and was not given one
	 */
	public Optional<String> reader(ServerWebExchange exchange, Origin audience) {
		return Readers.find(exchange)
			.map((reader) -> reader(reader, this.networks.apply(exchange.getRequest()), audience));
	}

	/**
	 * A token for a reader who came with a cookie. Nobody else can have voted before.
	 * @param exchange the request
	 * @param audience the service it is for
	 * @return the token in its compact form, empty for a new reader or none
	 */
	public Optional<String> returningReader(ServerWebExchange exchange, Origin audience) {
		return Readers.findReturning(exchange).map((reader) -> reader(reader, List.of(), audience));
	}

	/**
	 * A token for the newsroom person of a request.
	 * @param exchange the request
	 * @param audience the service it is for
	 * @return the token in its compact form, empty when nobody is logged in
	 */
	public Mono<Optional<String>> newsroom(ServerWebExchange exchange, Origin audience) {
		return NewsroomUser.of(exchange).map((found) -> found.map((user) -> newsroom(user, audience)));
	}

	String reader(Reader reader, List<String> networks, Origin audience) {
		return token(new Claims(reader.pseudonym(), "", List.of("reader"), networks, audience));
	}

	String newsroom(NewsroomUser user, Origin audience) {
		return token(new Claims(user.id(), user.name(), List.copyOf(user.roles()), List.of(), audience));
	}

	private String token(Claims claims) {
		return this.signed.get(claims, this::sign);
	}

	private String sign(Claims claims) {
		Instant now = this.clock.instant();
		JWTClaimsSet set = new JWTClaimsSet.Builder().issuer(ISSUER)
			.audience(claims.audience().service())
			.subject(claims.subject())
			.claim("name", claims.name().isEmpty() ? null : claims.name())
			.claim("roles", claims.roles())
			.claim("networks", claims.networks().isEmpty() ? null : claims.networks())
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

	private record Claims(String subject, String name, List<String> roles, List<String> networks, Origin audience) {
	}

}
