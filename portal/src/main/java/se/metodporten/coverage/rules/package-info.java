/**
 * Pure rules of coverage: how long a place stays covered ({@link se.metodporten.coverage.rules.CoverEnd}).
 */
@NullMarked
package se.metodporten.coverage.rules;

import org.jspecify.annotations.NullMarked;
