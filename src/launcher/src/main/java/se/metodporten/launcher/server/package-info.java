/**
 * The few classes that run inside the server's process, beside Payara Micro: its main, and the filter that counts
 * requests so that a stop can wait for them.
 *
 * <p>Packed into a jar of their own; knows the Servlet API and Payara Micro's, nothing of the launcher or the portal.
 * Start with {@link se.metodporten.launcher.server.PortalServer}.
 */
@NullMarked
package se.metodporten.launcher.server;

import org.jspecify.annotations.NullMarked;
