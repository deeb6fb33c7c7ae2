package vn.bantin.article;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The structure of this service, checked. */
@AnalyzeClasses(packages = "vn.bantin.article", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule BUSINESS_RULES_KNOW_NO_TECHNOLOGY = noClasses().that()
		.resideInAPackage("vn.bantin.article.publishing")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..",
				"jakarta.servlet..");

	@ArchTest
	static final ArchRule PUBLISHING_KNOWS_NO_READER = noClasses().that()
		.resideInAPackage("vn.bantin.article.publishing..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("vn.bantin.article.reading..", "vn.bantin.article.media..");

	@ArchTest
	static final ArchRule FEATURES_FORM_NO_CYCLE = slices().matching("vn.bantin.article.(*)..")
		.should()
		.beFreeOfCycles();

	/** The root package included. */
	@ArchTest
	static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("vn.bantin.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule NOTHING_DEPENDS_ON_ADAPTERS = noClasses().that()
		.resideOutsideOfPackages("..web..", "..mongo..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("vn.bantin.article.publishing.web..", "vn.bantin.article.publishing.mongo..",
				"vn.bantin.article.reading.web..");

	@ArchTest
	static final ArchRule READERS_ARE_ANSWERED_WITHOUT_THE_DATABASE = noClasses().that()
		.resideInAPackage("vn.bantin.article.reading..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.mongodb..", "org.bson..");

}
