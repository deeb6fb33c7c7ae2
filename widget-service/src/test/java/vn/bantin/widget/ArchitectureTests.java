package vn.bantin.widget;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The drawing of this service, checked. */
@AnalyzeClasses(packages = "vn.bantin.widget", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule WHAT_PROVIDERS_SAY_IS_READ_WITHOUT_TECHNOLOGY = noClasses().that()
		.resideInAnyPackage("vn.bantin.widget.weather", "vn.bantin.widget.exchangerates")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..",
				"jakarta.servlet..", "java.net.http..");

	@ArchTest
	static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("vn.bantin.widget.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule READERS_NEVER_WAIT_FOR_PROVIDERS = noClasses().that()
		.resideInAnyPackage("vn.bantin.widget.web", "vn.bantin.widget.newest")
		.should()
		.dependOnClassesThat()
		.haveSimpleName("ProviderClient");

}
