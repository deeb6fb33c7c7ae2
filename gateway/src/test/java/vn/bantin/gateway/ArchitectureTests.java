package vn.bantin.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The drawing of the gateway, checked. */
@AnalyzeClasses(packages = "vn.bantin.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule WHAT_PAGES_SAY_IS_SAID_WITHOUT_FRAMEWORK = noClasses().that()
		.resideInAnyPackage("vn.bantin.gateway.site.body", "vn.bantin.gateway.site.content",
				"vn.bantin.gateway.site.words", "vn.bantin.gateway.site.view")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.netty..", "reactor..");

	@ArchTest
	static final ArchRule NOBODY_REFERS_TO_ROUTES_OR_PAGES = noClasses().that()
		.resideInAnyPackage("vn.bantin.gateway.identity..", "vn.bantin.gateway.origin..", "vn.bantin.gateway.problem..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("vn.bantin.gateway.routing..", "vn.bantin.gateway.site..");

	@ArchTest
	static final ArchRule THE_GATEWAY_HAS_NO_DATABASE = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.mongodb..", "java.sql..");

}
