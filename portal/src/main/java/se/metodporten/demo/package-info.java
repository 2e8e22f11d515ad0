/**
 * The fictional county that a trial starts with, from a fixed seed, dated relative to the day of its first start. The
 * rows are made by pure functions ({@link se.metodporten.demo.DemoCounty}) and written in bulk
 * ({@link se.metodporten.demo.DemoLoader}); active only when {@code metodporten.demo} is true. No name in it is anybody's.
 */
@NullMarked
package se.metodporten.demo;

import org.jspecify.annotations.NullMarked;
