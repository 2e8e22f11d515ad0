/** The rules of coverage as tables of cases. */
@NullMarked
package se.metodporten.coverage.rules;

import org.jspecify.annotations.NullMarked;
