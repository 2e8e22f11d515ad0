/** Pages of the guides. */
@NullMarked
package se.metodporten.help.web;

import org.jspecify.annotations.NullMarked;
