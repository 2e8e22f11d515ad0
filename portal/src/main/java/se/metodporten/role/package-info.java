/**
 * Roles that people are appointed to: a role is data, not code. Its requirements and its description come in versions
 * that are only added to; courses and kinds of training are named here and nowhere else.
 *
 * <p>Knows no appointment. What a feature above can offer an appointee towards a requirement comes through
 * {@link se.metodporten.role.StepLink}. Start with {@link se.metodporten.role.RoleBook}.
 */
@NullMarked
package se.metodporten.role;

import org.jspecify.annotations.NullMarked;
