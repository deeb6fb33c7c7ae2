package vn.bantin.drills.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LedgerTests {

	@TempDir
	private Path folder;

	private Path file;

	private Ledger ledger;

	@BeforeEach
	void open() {
		this.file = this.folder.resolve("new/ledger.tsv");
		this.ledger = new Ledger(this.file);
	}

	@AfterEach
	void close() {
		this.ledger.close();
	}

	@Test
	void holdsAWriteInTheFileBeforeItCanBeSent() throws IOException {
		Entry entry = this.ledger.send(Act.CREATE, "d1n0001", "Tin d1n0001 bản 1");
		assertThat(Files.readAllLines(this.file))
			.containsExactly("1\tSENT\t" + entry.sent() + "\tCREATE\td1n0001\tTin d1n0001 bản 1");
	}

	@Test
	void holdsTheOutcomeInTheFileWhenItIsSettled() throws IOException {
		Entry entry = this.ledger.send(Act.VOTE, "a/7", "5");
		Entry settled = this.ledger.settle(entry, Outcome.REFUSED, 3);
		assertThat(Files.readAllLines(this.file)).last()
			.isEqualTo("1\tREFUSED\t" + settled.settled() + "\tVOTE\ta/7\t5");
	}

	@Test
	void takesAWriteAsUnclearUntilItIsSettled() {
		Entry entry = this.ledger.send(Act.PUBLISH, "d1n0001", "Tin d1n0001 bản 1");
		assertThat(entry.outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(this.ledger.entries()).containsExactly(entry);
	}

	@Test
	void keepsWhatWasSentWhenItIsSettled() {
		Entry sent = this.ledger.send(Act.EDIT, "d1n0001", "Tin d1n0001 bản 2");
		Entry settled = this.ledger.settle(sent, Outcome.ACK, 2);
		assertThat(settled).usingRecursiveComparison().ignoringFields("outcome", "settled", "attempts").isEqualTo(sent);
		assertThat(settled.outcome()).isEqualTo(Outcome.ACK);
		assertThat(settled.attempts()).isEqualTo(2);
		assertThat(settled.settled()).isAfterOrEqualTo(sent.sent());
	}

	@Test
	void listsWritesInTheOrderOfSending() {
		Entry first = this.ledger.send(Act.VOTE, "a/1", "1");
		Entry second = this.ledger.send(Act.VOTE, "a/2", "2");
		Entry third = this.ledger.send(Act.VOTE, "a/3", "3");
		this.ledger.settle(third, Outcome.ACK, 1);
		this.ledger.settle(first, Outcome.REFUSED, 1);
		assertThat(this.ledger.entries()).extracting(Entry::number).containsExactly(1L, 2L, 3L);
		assertThat(this.ledger.entries()).extracting(Entry::outcome)
			.containsExactly(Outcome.REFUSED, Outcome.UNKNOWN, Outcome.ACK);
		assertThat(this.ledger.entries()).element(1).isEqualTo(second);
	}

	@Test
	void keepsTheWritesOfManyWritersApart() throws IOException {
		try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < 200; i++) {
				String subject = "a/" + i;
				writers.execute(() -> this.ledger.settle(this.ledger.send(Act.VOTE, subject, "1"), Outcome.ACK, 1));
			}
		}
		assertThat(this.ledger.entries()).hasSize(200)
			.allMatch((entry) -> entry.outcome() == Outcome.ACK)
			.extracting(Entry::subject)
			.doesNotHaveDuplicates();
		List<String> lines = new ArrayList<>(Files.readAllLines(this.file));
		assertThat(lines).hasSize(400).allMatch((line) -> line.split("\t", -1).length == 6);
	}

	@Test
	void refusesAWriteThatItCannotNote() {
		this.ledger.close();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.ledger.send(Act.VOTE, "a/1", "1"));
		assertThat(this.ledger.entries()).isEmpty();
	}

}
