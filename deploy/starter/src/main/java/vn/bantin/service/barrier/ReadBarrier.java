package vn.bantin.service.barrier;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.kafka.common.TopicPartition;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.bantin.service.observation.ServiceMeter;
import vn.bantin.service.projection.Positions;
import vn.bantin.service.projection.Projection;

/**
 * Answers a request with {@code X-Seen} when the projection has passed those events, or
 * after 500 ms with what there is and {@code X-Behind: true}; the gateway does not keep
 * such an answer.
 */
final class ReadBarrier implements WebMvcConfigurer, HandlerInterceptor {

	private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

	private final Projection projection;

	private final Positions positions;

	private final Counter behind;

	ReadBarrier(Projection projection, Positions positions, MeterRegistry meters) {
		this.projection = projection;
		this.positions = positions;
		this.behind = meters.counter(ServiceMeter.PROJECTION_BEHIND.meter());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!isRead(request)) {
			return true;
		}
		Map<TopicPartition, Long> seen = SeenEvent.parse(request.getHeader(SeenEvent.HEADER))
			.stream()
			.filter((event) -> this.projection.topics().contains(event.partition().topic()))
			.collect(Collectors.toMap(SeenEvent::partition, SeenEvent::offset, Math::max));
		if (!this.positions.awaitPassed(seen, LONGEST_WAIT)) {
			this.behind.increment();
			response.setHeader(SeenEvent.BEHIND, "true");
		}
		return true;
	}

	private static boolean isRead(HttpServletRequest request) {
		return request.getDispatcherType() != DispatcherType.ERROR
				&& (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
	}

}
