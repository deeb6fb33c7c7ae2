package vn.bantin.rating;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What may depend on what. */
@AnalyzeClasses(packages = "vn.bantin.rating", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule RULES_OF_THE_BUSINESS_KNOW_NO_TECHNOLOGY = noClasses().that()
		.haveNameMatching(
				"vn\\.bantin\\.rating\\.(casting\\.(Casting|Vote|Announcer)|tally\\.Tally|reading\\.TopRated)(\\$.*)?")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..",
				"jakarta.servlet..");

	/** Each package is a slice of its own, the root package too. */
	@ArchTest
	static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("vn.bantin.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule NOBODY_REFERS_TO_WEB = noClasses().that()
		.resideOutsideOfPackage("vn.bantin.rating.web")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("vn.bantin.rating.web");

}
