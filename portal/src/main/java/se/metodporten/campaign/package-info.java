/**
 * Campaigns: a system or a process changes, and some people are to take a course or a training by a last day. Whom a
 * campaign reaches and who has done it is worked out from appointments, employments and facts of the day by one
 * expression, {@link se.metodporten.campaign.Reach}; only what the campaign says is stored. Knows coverage for its rule
 * about small numbers; {@code reminder} and {@code desk} know it. Start with {@link se.metodporten.campaign.Campaigns}.
 */
@NullMarked
package se.metodporten.campaign;

import org.jspecify.annotations.NullMarked;
