package vn.bantin.service.openapi;

import java.lang.reflect.Parameter;
import java.util.Arrays;

import org.mockito.Mockito;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.stereotype.Controller;

/**
 * Gives controllers a mock of whatever they need and the context does not have: what they
 * map is known without calling them.
 */
final class AbsentBeans implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		for (String name : beans.getBeanNamesForAnnotation(Controller.class)) {
			Class<?> type = beans.getType(name);
			if (type != null && type.getName().startsWith("vn.bantin.")) {
				Arrays.stream(type.getDeclaredConstructors())
					.flatMap((constructor) -> Arrays.stream(constructor.getParameters()))
					.map(Parameter::getType)
					.forEach((needed) -> provide(beans, needed));
			}
		}
	}

	private static <T> void provide(ConfigurableListableBeanFactory beans, Class<T> needed) {
		if (beans.getBeanNamesForType(needed, true, false).length == 0) {
			BeanDefinition mock = new RootBeanDefinition(needed, () -> Mockito.mock(needed));
			((BeanDefinitionRegistry) beans).registerBeanDefinition("absent " + needed.getName(), mock);
		}
	}

}
