package vn.bantin.service.problem.servlet;

import java.io.IOException;

import org.springframework.util.unit.DataSize;

/** The body is larger than this service reads. */
final class TooLarge extends IOException {

	private static final long serialVersionUID = 1L;

	TooLarge(DataSize limit) {
		super("The body of this request may have at most %d KiB.".formatted(limit.toKilobytes()));
	}

}
