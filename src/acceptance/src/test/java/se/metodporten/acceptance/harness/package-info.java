/**
 * What the browser tests stand on: one running portal for all of them ({@link se.metodporten.acceptance.harness.Portal}),
 * a mail server, a browser, and {@link se.metodporten.acceptance.harness.Visitor}, someone who uses it.
 */
package se.metodporten.acceptance.harness;
