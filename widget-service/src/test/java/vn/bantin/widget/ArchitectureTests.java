package vn.bantin.widget;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What may depend on what. */
@AnalyzeClasses(packages = "vn.bantin.widget", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String[] TECHNOLOGY = { "org.springframework..", "com.mongodb..", "org.bson..",
			"org.apache.kafka..", "jakarta.servlet..", "java.net.http.." };

	@ArchTest
	static final ArchRule VALUES_KNOW_NO_TECHNOLOGY = noClasses().that()
		.resideInAnyPackage("vn.bantin.widget.weather", "vn.bantin.widget.exchangerates", "vn.bantin.widget.provenance")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(TECHNOLOGY);

	@ArchTest
	static final ArchRule WHAT_PROVIDERS_SAY_IS_READ_WITHOUT_TECHNOLOGY = noClasses().that()
		.resideInAPackage("vn.bantin.widget.fetching")
		.and()
		.haveSimpleNameNotStartingWith("Fetch")
		.and()
		.haveNameNotMatching(".*\\.ProviderClient(\\$.*)?")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(TECHNOLOGY);

	/** Each package by itself, the root included. */
	@ArchTest
	static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("vn.bantin.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule READERS_NEVER_WAIT_FOR_PROVIDERS = noClasses().that()
		.resideInAnyPackage("vn.bantin.widget.web", "vn.bantin.widget.latest", "vn.bantin.widget.history")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("vn.bantin.widget.fetching");

}
