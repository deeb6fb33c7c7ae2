package vn.bantin.gateway.limit;

/**
 * How many times the usual limits are allowed.
 *
 * @param value above 0; infinite where nothing is limited
 */
record LimitFactor(double value) {

	LimitFactor {
		if (!(value > 0)) {
			throw new IllegalArgumentException("The factor %s is not allowed: off, or more than 0".formatted(value));
		}
	}

	/**
	 * Reads a setting.
	 * @param text {@code off} or a number above 0
	 * @return the factor
	 */
	public static LimitFactor valueOf(String text) {
		// A YAML file reads a bare off as false.
		boolean off = text.equalsIgnoreCase("off") || text.equals("false");
		return new LimitFactor(off ? Double.POSITIVE_INFINITY : Double.parseDouble(text));
	}

	boolean isOff() {
		return Double.isInfinite(this.value);
	}

	long of(long limit) {
		return Math.max(1, Math.round(limit * this.value));
	}

}
