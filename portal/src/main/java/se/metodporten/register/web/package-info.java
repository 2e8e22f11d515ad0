/** The standings that a register would result in. */
@NullMarked
package se.metodporten.register.web;

import org.jspecify.annotations.NullMarked;
