/**
 * The executable: takes the configuration, starts the database (or uses one), migrates it, runs the portal in a process
 * of its own, and stops all of it in order.
 *
 * <p>Knows {@code db}, {@code db/embedded} and how Payara Micro is started, nothing of the portal's insides but {@code
 * /health/ready}. Start with {@link se.metodporten.launcher.Launcher}; what runs in the other process is in {@code
 * server}.
 */
@NullMarked
package se.metodporten.launcher;

import org.jspecify.annotations.NullMarked;
