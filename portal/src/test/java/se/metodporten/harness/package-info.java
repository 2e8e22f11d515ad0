/**
 * What in-container tests stand on: one MariaDB and one Payara Micro with the real WAR for all {@code *IT} classes.
 * An IT class extends {@link se.metodporten.harness.InPortal}.
 */
@NullMarked
package se.metodporten.harness;

import org.jspecify.annotations.NullMarked;
