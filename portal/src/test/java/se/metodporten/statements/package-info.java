/**
 * How many SQL statements each page and each call of the API takes, and that no list makes it more. Start with
 * {@link se.metodporten.statements.StatementsIT}.
 */
@NullMarked
package se.metodporten.statements;

import org.jspecify.annotations.NullMarked;
