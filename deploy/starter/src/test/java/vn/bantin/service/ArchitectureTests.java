package vn.bantin.service;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Mechanism, never meaning. */
@AnalyzeClasses(packages = "vn.bantin.service", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule KNOWS_NO_SERVICE = noClasses().should()
		.dependOnClassesThat(DescribedPredicate.describe("belong to a service",
				(JavaClass it) -> it.getPackageName().startsWith("vn.bantin.")
						&& !it.getPackageName().startsWith("vn.bantin.service")));

	@ArchTest
	static final ArchRule SPEAKS_OF_NOTHING_A_SERVICE_IS_ABOUT = noClasses().should()
		.haveNameMatching("(?i).*(article|vote|rating|tally|widget|weather|forecast|board|gateway(?!keys|token)).*");

	@ArchTest
	static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().assignedFrom(new SliceAssignment() {
		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			return SliceIdentifier.of(type.getPackageName());
		}

		@Override
		public String getDescription() {
			return "packages";
		}
	}).should().beFreeOfCycles();

}
