/** Reading, signing and printing an agreement. */
@NullMarked
package se.metodporten.agreement.web;

import org.jspecify.annotations.NullMarked;
