/**
 * Papers to take along or hand on: tagged PDF (PDF/UA), which a screen reader reads in order. Start at {@link
 * se.metodporten.common.paper.Paper}. Knows no feature and no database; the words come from the caller.
 */
@NullMarked
package se.metodporten.common.paper;

import org.jspecify.annotations.NullMarked;
