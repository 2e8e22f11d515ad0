/**
 * What pages show of coverage: the question in the URL ({@link se.metodporten.coverage.web.AskedCoverage}), figures and
 * pictures, the lists behind them. Start with {@link se.metodporten.coverage.web.CoverageView}.
 */
@NullMarked
package se.metodporten.coverage.web;

import org.jspecify.annotations.NullMarked;
