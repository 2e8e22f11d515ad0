/**
 * What pages show of coverage. Start with {@link se.metodporten.coverage.web.CoverageLabels}.
 */
@NullMarked
package se.metodporten.coverage.web;

import org.jspecify.annotations.NullMarked;
