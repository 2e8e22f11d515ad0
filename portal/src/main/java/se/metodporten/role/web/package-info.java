/** Pages that tell what each role asks. */
@NullMarked
package se.metodporten.role.web;

import org.jspecify.annotations.NullMarked;
