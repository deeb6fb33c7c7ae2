package vn.bantin.gateway;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.springframework.stereotype.Component;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What may depend on what. */
@AnalyzeClasses(packages = "vn.bantin.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule NO_PACKAGE_IS_PART_OF_A_CYCLE = slices().assignedFrom(new EachPackage())
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule WHAT_PAGES_SHOW_IS_FREE_OF_FRAMEWORKS = noClasses().that()
		.resideInAnyPackage("vn.bantin.gateway.site.frame", "vn.bantin.gateway.site.story",
				"vn.bantin.gateway.site.rating", "vn.bantin.gateway.site.box", "vn.bantin.gateway.site.words")
		.and()
		.areNotMetaAnnotatedWith(Component.class)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.netty..", "reactor..");

	@ArchTest
	static final ArchRule NOTHING_DEPENDS_ON_ROUTES_OR_PAGES = noClasses().that()
		.resideInAnyPackage("vn.bantin.gateway.identity..", "vn.bantin.gateway.origin..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("vn.bantin.gateway.routing..", "vn.bantin.gateway.site..");

	@ArchTest
	static final ArchRule THE_GATEWAY_HAS_NO_DATABASE = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.mongodb..", "java.sql..");

	/** The root and nested packages too. */
	private static final class EachPackage implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			return SliceIdentifier.of(type.getPackageName());
		}

		@Override
		public String getDescription() {
			return "each package";
		}

	}

}
