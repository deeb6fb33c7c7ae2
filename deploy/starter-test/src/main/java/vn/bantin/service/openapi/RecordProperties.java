package vn.bantin.service.openapi;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which properties of a record are always there and which may be null, as its components
 * say: all but those that are {@code @Nullable} are there, and those are too unless the
 * record leaves out what is null. What {@code @JsonFormat} writes as text is text.
 */
final class RecordProperties implements ModelConverter {

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		Schema<?> resolved = chain.next().resolve(type, context, chain);
		JavaType known = Json31.mapper().constructType(type.getType());
		if (known != null && known.getRawClass().isRecord()) {
			describe(known.getRawClass(), context, resolved);
		}
		return resolved;
	}

	private static void describe(Class<?> record, ModelConverterContext context, @Nullable Schema<?> resolved) {
		String reference = (resolved != null) ? resolved.get$ref() : null;
		Schema<?> schema = (reference != null)
				? context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1)) : resolved;
		if (schema == null || schema.getProperties() == null) {
			return;
		}
		JsonInclude include = record.getAnnotation(JsonInclude.class);
		boolean leavesOutNulls = include != null && include.value() == JsonInclude.Include.NON_NULL;
		Set<String> required = new LinkedHashSet<>((schema.getRequired() != null) ? schema.getRequired() : Set.of());
		for (RecordComponent component : record.getRecordComponents()) {
			Schema<?> property = schema.getProperties().get(component.getName());
			if (property != null) {
				boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
				describe(property, component, nullable && !leavesOutNulls);
				if (!nullable || !leavesOutNulls) {
					required.add(component.getName());
				}
			}
		}
		schema.setRequired(required.stream().toList());
	}

	private static void describe(Schema<?> property, RecordComponent component, boolean mayBeNull) {
		JsonFormat format = component.getAccessor().getAnnotation(JsonFormat.class);
		if (format != null && format.shape() == JsonFormat.Shape.STRING) {
			property.setTypes(new LinkedHashSet<>(Set.of("string")));
		}
		if (mayBeNull && property.get$ref() != null) {
			property.setOneOf(List.of(new JsonSchema().$ref(property.get$ref()), new JsonSchema().typesItem("null")));
			property.set$ref(null);
		}
		else if (mayBeNull && property.getTypes() != null) {
			property.addType("null");
		}
	}

}
