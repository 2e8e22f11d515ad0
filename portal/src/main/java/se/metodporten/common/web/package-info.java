/**
 * The edge shared by all pages and resources: texts, refusals put into words, request ids.
 * Start with {@link se.metodporten.common.web.Texts}.
 */
@NullMarked
package se.metodporten.common.web;

import org.jspecify.annotations.NullMarked;
