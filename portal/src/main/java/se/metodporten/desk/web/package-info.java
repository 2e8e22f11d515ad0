/**
 * What all pages share and only the top can know: the navigation, by what the reader may use.
 * Start with {@link se.metodporten.desk.web.Navigation}.
 */
@NullMarked
package se.metodporten.desk.web;

import org.jspecify.annotations.NullMarked;
