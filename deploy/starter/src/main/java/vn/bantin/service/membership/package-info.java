/**
 * Members of consumer groups with a name that outlives a restart. Start with
 * {@link vn.bantin.service.membership.StaticMembershipAutoConfiguration}.
 */
@NullMarked
package vn.bantin.service.membership;

import org.jspecify.annotations.NullMarked;
