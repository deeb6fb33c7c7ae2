package vn.bantin.gateway.limit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.connection.ConnectionStage;
import vn.bantin.gateway.connection.RequestHandler;
import vn.bantin.gateway.identity.ReaderLookup;
import vn.bantin.gateway.network.ClientNetworks;
import vn.bantin.gateway.network.Network;

/**
 * Refuses what a client asks beyond its limits, whoever would answer it, and tells API
 * clients how much they may still ask.
 */
final class LimitStage implements ConnectionStage {

	private final Limits limits;

	private final ClientNetworks networks;

	private final ReaderLookup readers;

	private final Map<String, String> security;

	private final Map<RouteClass, Map<Scope, Counter>> refused = new EnumMap<>(RouteClass.class);

	LimitStage(Limits limits, ClientNetworks networks, ReaderLookup readers, Map<String, String> security,
			MeterRegistry meters) {
		this.limits = limits;
		this.networks = networks;
		this.readers = readers;
		this.security = security;
		for (RouteClass kind : RouteClass.values()) {
			Map<Scope, Counter> scopes = new EnumMap<>(Scope.class);
			for (Scope scope : Scope.values()) {
				scopes.put(scope,
						meters.counter("bantin.gateway.limited", "class", Limit.label(kind), "scope", scope.label()));
			}
			this.refused.put(kind, scopes);
		}
	}

	@Override
	public String name() {
		return "bantin.limits";
	}

	@Override
	public ChannelHandler handler() {
		Announcement announcement = new Announcement();
		return new CombinedChannelDuplexHandler<>(new Check(announcement), announcement);
	}

	private void refuse(ChannelHandlerContext context, HttpRequest request, Standing standing) {
		Limit limit = standing.limit();
		Map<Scope, Counter> scopes = Objects.requireNonNull(this.refused.get(limit.kind()));
		Objects.requireNonNull(scopes.get(limit.scope())).increment();
		context.writeAndFlush(Refusal.of(standing).answer(request, this.security));
	}

	private @Nullable String reader(HttpRequest request) {
		return this.readers.pseudonym(request.headers().getAll(HttpHeaderNames.COOKIE)).orElse(null);
	}

	/**
	 * The requests of one connection, whose peer is looked at once unless it is a proxy.
	 */
	private final class Check extends RequestHandler {

		private final Announcement announcement;

		private @Nullable List<Network> peer;

		private Check(Announcement announcement) {
			this.announcement = announcement;
		}

		@Override
		protected boolean answers(ChannelHandlerContext context, HttpRequest request) {
			RouteClass kind = RouteClass.of(request.method(), request.uri());
			Standing standing = LimitStage.this.limits.take(kind, networks(context, request),
					kind.isLimitedByReader() ? reader(request) : null);
			if (!standing.admitted()) {
				refuse(context, request, standing);
				return true;
			}
			this.announcement.standing = kind.isAnnounced() ? standing : null;
			return false;
		}

		private List<Network> networks(ChannelHandlerContext context, HttpRequest request) {
			if (this.peer != null) {
				return this.peer;
			}
			ClientNetworks all = LimitStage.this.networks;
			List<Network> found = all.of(context.channel().remoteAddress(), request.headers()::getAll).widening();
			this.peer = all.isClient(context.channel().remoteAddress()) ? found : null;
			return found;
		}

	}

	/** What the next answer says of the limits, unless other clients may get it too. */
	private static final class Announcement extends ChannelOutboundHandlerAdapter {

		private @Nullable Standing standing;

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
			if (this.standing != null && message instanceof HttpResponse response
					&& response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
				if (!isShared(response.headers())) {
					Refusal.announce(this.standing, response.headers());
				}
				this.standing = null;
			}
			context.write(message, promise);
		}

		/** Headers from memory are shared too, and cannot be changed. */
		private static boolean isShared(HttpHeaders headers) {
			return headers.getAll(HttpHeaderNames.CACHE_CONTROL)
				.stream()
				.noneMatch((value) -> value.contains("no-store") || value.contains("private"));
		}

	}

}
