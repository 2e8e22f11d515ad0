/**
 * Assignment agreements (domain.md "Agreements"): the exact text, offered for one appointment, signed by the appointee
 * and the responsible manager in any order; in force from the last signature. Knows appointment, role and fact; standing
 * follows from the fact that {@link se.metodporten.agreement.Agreements#sign} appends. Start there.
 */
@NullMarked
package se.metodporten.agreement;

import org.jspecify.annotations.NullMarked;
