/**
 * The guides for users (docs/anvandare), as the portal shows them. Knows only who is reading, to put their guide first.
 * Start with {@link se.metodporten.help.Guides}.
 */
@NullMarked
package se.metodporten.help;

import org.jspecify.annotations.NullMarked;
