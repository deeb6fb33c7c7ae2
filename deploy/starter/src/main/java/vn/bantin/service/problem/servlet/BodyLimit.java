package vn.bantin.service.problem.servlet;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops reading a body at the limit, whatever its length header says. */
class BodyLimit extends OncePerRequestFilter {

	private final DataSize limit;

	BodyLimit(DataSize limit) {
		this.limit = limit;
	}

	/** Uploads are parsed in parts, which the container limits by itself. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return isMultipart(request.getContentType());
	}

	private static boolean isMultipart(@Nullable String contentType) {
		return StringUtils.startsWithIgnoreCase(contentType, "multipart/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		DataSize limit = this.limit;
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public ServletInputStream getInputStream() throws IOException {
				if (getContentLengthLong() > limit.toBytes()) {
					throw new TooLarge(limit);
				}
				return new Limited(super.getInputStream(), limit);
			}
		}, response);
	}

	private static final class Limited extends ServletInputStream {

		private final ServletInputStream body;

		private final DataSize limit;

		private long read;

		private Limited(ServletInputStream body, DataSize limit) {
			this.body = body;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			int next = this.body.read();
			count((next < 0) ? 0 : 1);
			return next;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int count = this.body.read(target, offset, length);
			count(Math.max(0, count));
			return count;
		}

		private void count(int bytes) throws TooLarge {
			this.read += bytes;
			if (this.read > this.limit.toBytes()) {
				throw new TooLarge(this.limit);
			}
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
