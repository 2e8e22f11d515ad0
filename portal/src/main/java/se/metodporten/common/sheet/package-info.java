/**
 * Tables as files for a spreadsheet, row by row, with nothing kept in memory. Start at {@link
 * se.metodporten.common.sheet.Sheet}. Knows no feature and no database; the words come from the caller.
 */
@NullMarked
package se.metodporten.common.sheet;

import org.jspecify.annotations.NullMarked;
