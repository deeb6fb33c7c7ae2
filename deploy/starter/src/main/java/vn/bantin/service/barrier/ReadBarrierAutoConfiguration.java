package vn.bantin.service.barrier;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.bantin.service.projection.Positions;
import vn.bantin.service.projection.Projection;
import vn.bantin.service.projection.ProjectionAutoConfiguration;

/** Puts the read barrier before the controllers of a service that has a projection. */
@AutoConfiguration(after = ProjectionAutoConfiguration.class, before = WebMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(HandlerInterceptor.class)
@ConditionalOnBean({ Projection.class, Positions.class })
public final class ReadBarrierAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ReadBarrier readBarrier(Projection projection, Positions positions, MeterRegistry meters) {
		return new ReadBarrier(projection, positions, meters);
	}

}
