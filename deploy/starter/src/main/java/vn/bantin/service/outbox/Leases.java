package vn.bantin.service.outbox;

/** Port: which instance owns which shard. */
interface Leases {

	/** Takes the lease or extends it; false when another instance has it. */
	boolean acquire(int shard);

	/** Gives the lease back if it is ours, so that another instance need not wait. */
	void release(int shard);

}
