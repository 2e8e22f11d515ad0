/**
 * A person's day in the browser, against the executable jar as it is shipped, with the demo county and a real mail
 * server. Start with {@link se.metodporten.acceptance.FirstStepsIT}.
 */
package se.metodporten.acceptance;
