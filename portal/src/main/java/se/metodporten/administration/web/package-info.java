/**
 * The administrator's pages, in webapp/administration.
 */
@NullMarked
package se.metodporten.administration.web;

import org.jspecify.annotations.NullMarked;
