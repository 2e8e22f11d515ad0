/**
 * Pictures drawn on the server as SVG: they print, need no script, and follow the page's colours. Pure: records of numbers
 * and words in, markup out; knows nothing but {@code java.*}. Each {@link se.metodporten.common.picture.Picture} carries a
 * table with the same content; the tag {@code mp:picture} shows both.
 */
@NullMarked
package se.metodporten.common.picture;

import org.jspecify.annotations.NullMarked;
