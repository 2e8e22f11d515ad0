/** Pages of the manager who appoints and of the person appointed. */
@NullMarked
package se.metodporten.appointment.web;

import org.jspecify.annotations.NullMarked;
