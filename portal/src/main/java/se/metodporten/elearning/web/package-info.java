/** The catalogue, who in a unit has finished, and what answers on the course content's own origin. */
@NullMarked
package se.metodporten.elearning.web;

import org.jspecify.annotations.NullMarked;
