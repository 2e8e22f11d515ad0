/**
 * What pages show of a standing. Start with {@link se.metodporten.certification.web.StandingLabels}.
 */
@NullMarked
package se.metodporten.certification.web;

import org.jspecify.annotations.NullMarked;
