/**
 * Signing in and out, passwords, one's own account. Start with {@code Session}.
 */
@NullMarked
package se.metodporten.access.web;

import org.jspecify.annotations.NullMarked;
