package vn.bantin.rating.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops reading a body at 4 KiB, whatever its length header says. */
@Component
class BodyLimit extends OncePerRequestFilter {

	private static final long LIMIT = 4 * 1024;

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public ServletInputStream getInputStream() throws IOException {
				if (getContentLengthLong() > LIMIT) {
					throw new TooLarge(LIMIT);
				}
				return new Limited(super.getInputStream());
			}
		}, response);
	}

	private static final class Limited extends ServletInputStream {

		private final ServletInputStream body;

		private long read;

		private Limited(ServletInputStream body) {
			this.body = body;
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
			if (this.read > LIMIT) {
				throw new TooLarge(LIMIT);
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
