/**
 * The standing of an appointment as a pure function of facts and rules: no clock, no database, no Jakarta type; only
 * {@code java.*} and the records here. The same facts give the same timeline on every day and in every order.
 *
 * <p>Start at {@link se.metodporten.certification.rules.Timeline#of}; what can be known is
 * {@link se.metodporten.certification.rules.Fact}, what a role can ask is
 * {@link se.metodporten.certification.rules.Requirement}. "Rule n" in comments is the numbered list under Standing in
 * the description of the domain, repeated in docs/decisions/standing-rules.md.
 */
@NullMarked
package se.metodporten.certification.rules;

import org.jspecify.annotations.NullMarked;
