package vn.bantin.drills;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Which package may use which. The judge uses no code of the services, fault injection
 * knows no scenario, and the investigation reads through the same site and readers as the
 * load, which does not know the judge.
 */
@AnalyzeClasses(packages = "vn.bantin.drills", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule NOBODY_KNOWS_THE_CODE_OF_THE_SERVICES = noClasses().that()
		.resideInAPackage("vn.bantin.drills..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("vn.bantin.article..", "vn.bantin.rating..", "vn.bantin.widget..", "vn.bantin.gateway..");

	@ArchTest
	static final ArchRule FAULTS_KNOW_NEITHER_LOAD_NOR_JUDGE = noClasses().that()
		.resideInAPackage("vn.bantin.drills.fault..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("vn.bantin.drills.load..", "vn.bantin.drills.ledger..", "vn.bantin.drills.judge..",
				"vn.bantin.drills.scenario..");

	@ArchTest
	static final ArchRule THE_LEDGER_KNOWS_NOBODY = classes().that()
		.resideInAPackage("vn.bantin.drills.ledger..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("vn.bantin.drills.ledger..", "java..", "org.jspecify..");

	@ArchTest
	static final ArchRule ONLY_THE_INVESTIGATION_ASKS_AS_THE_LOAD_DOES = noClasses().that()
		.resideInAPackage("vn.bantin.drills.judge..")
		.and()
		.doNotHaveSimpleName("Investigation")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("vn.bantin.drills.newspaper..", "vn.bantin.drills.load..", "vn.bantin.drills.fault..",
				"vn.bantin.drills.scenario..");

	/** What the benchmark uses as well. */
	@ArchTest
	static final ArchRule THE_NEWSPAPER_KNOWS_NO_DRILL = noClasses().that()
		.resideInAnyPackage("vn.bantin.drills.newspaper..", "vn.bantin.drills.command..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("vn.bantin.drills", "vn.bantin.drills.load..", "vn.bantin.drills.fault..",
				"vn.bantin.drills.ledger..", "vn.bantin.drills.judge..", "vn.bantin.drills.scenario..");

	@ArchTest
	static final ArchRule THERE_ARE_NO_CYCLES = slices().matching("vn.bantin.drills.(*)..").should().beFreeOfCycles();

}
