/**
 * What measures from inside the portal. It is added to the benchmarks' own copy of the WAR ({@code PortalWithBench}); the one
 * that is shipped knows nothing of it. Start at {@link se.metodporten.bench.inside.CoverageInside}.
 */
@NullMarked
package se.metodporten.bench.inside;

import org.jspecify.annotations.NullMarked;
