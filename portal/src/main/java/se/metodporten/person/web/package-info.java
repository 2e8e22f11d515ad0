/** Finding, showing, adding and merging people. */
@NullMarked
package se.metodporten.person.web;

import org.jspecify.annotations.NullMarked;
