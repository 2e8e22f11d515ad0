/** The specification of standing as tables of cases, and properties that hold for every history. */
@NullMarked
package se.metodporten.certification.rules;

import org.jspecify.annotations.NullMarked;
