/**
 * Keeps the order of knowledge of the house. Each rule is also tried on a small planted violation below
 * {@code planted}, since a misspelt package name would make it pass silently. Start with {@code HouseRules}.
 */
@NullMarked
package se.metodporten.architecture;

import org.jspecify.annotations.NullMarked;
