/**
 * Accounts, offices in places and the guard that every service operation asks.
 * Knows places and people only by id (and a person's e-mail address), through the closure table and the view of offices.
 * Start with {@link se.metodporten.access.Guard}; what an office may do stands in {@link se.metodporten.access.Office}.
 */
@NullMarked
package se.metodporten.access;

import org.jspecify.annotations.NullMarked;
