/**
 * What a system administrator looks at: who can sign in and holds which office, and what the audit has written down.
 * Reads across access, person and organisation; what changes something is called there. Start with
 * {@link se.metodporten.administration.AccountList}.
 */
@NullMarked
package se.metodporten.administration;

import org.jspecify.annotations.NullMarked;
