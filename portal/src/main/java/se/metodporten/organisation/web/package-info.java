/** Lists and pages of units. */
@NullMarked
package se.metodporten.organisation.web;

import org.jspecify.annotations.NullMarked;
