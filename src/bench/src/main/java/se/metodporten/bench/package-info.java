/**
 * Benchmarks, each with a baseline that runs in the same run, so that a busy machine moves both. They may know every
 * module; nothing knows them. Start at {@link se.metodporten.bench.RulesBench}.
 */
@NullMarked
package se.metodporten.bench;

import org.jspecify.annotations.NullMarked;
