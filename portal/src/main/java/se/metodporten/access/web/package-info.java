/**
 * Signing in and out.
 */
@NullMarked
package se.metodporten.access.web;

import org.jspecify.annotations.NullMarked;
