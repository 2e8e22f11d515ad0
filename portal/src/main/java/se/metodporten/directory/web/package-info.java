/** Handing in a file from the directory, its report and the decision. */
@NullMarked
package se.metodporten.directory.web;

import org.jspecify.annotations.NullMarked;
