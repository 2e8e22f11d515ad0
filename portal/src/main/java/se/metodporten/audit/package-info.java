/**
 * Who did or tried what, where: rows written in a transaction of their own, so that a refusal is not rolled back.
 * Start with {@link se.metodporten.audit.Audit}.
 */
@NullMarked
package se.metodporten.audit;

import org.jspecify.annotations.NullMarked;
