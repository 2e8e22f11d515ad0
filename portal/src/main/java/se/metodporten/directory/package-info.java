/**
 * Import of units and staff from the national directory (HSA) as CSV files; the format is described in
 * docs/anvandare/import.md. Knows places and people.
 * Start with {@link se.metodporten.directory.Imports} (what an administrator does) and
 * {@link se.metodporten.directory.ImportWork} (what happens to a file).
 *
 * <p>A file is read in batches into rows of its own in the database; what it would add, change and close, and what is
 * wrong in it, is then found by a handful of SQL statements, whatever its size. Applying is one transaction.
 */
@NullMarked
package se.metodporten.directory;

import org.jspecify.annotations.NullMarked;
